import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.drawing.text import MOST_LETTERS, MOST_LINES, text_width, wrapped

LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u00ad")


def test_widths_are_those_of_arial() -> None:
    assert text_width("Ask for it", 12) == pytest.approx(46.676, abs=0.001)
    assert text_width("é", 12) == text_width("e", 12)
    assert text_width("漢", 12) == 12
    assert text_width("", 12) == 0


def test_letters_move_nearer_where_the_font_says_so() -> None:
    assert text_width("AV", 12) == pytest.approx(15.117, abs=0.001)
    assert text_width("To", 12) == pytest.approx(12.674, abs=0.001)


def test_lines_break_between_words() -> None:
    assert wrapped("Tell the family that we have it", 90, 12).texts == (
        "Tell the family",
        "that we have it",
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("hyphen-ated-words-all-over-the-place", ("hyphen-ated-", "words-all-over-", "the-place")),
        ("soft\u00adhyphen\u00adated\u00adwordhere", ("softhyphen-", "atedwordhere")),
        ("averyveryverylongwordthatdoesnotfit", ("averyveryveryl", "ongwordthatdo", "esnotfit")),
        ("  lead and trail  ", ("lead and trail",)),
        ("First line\nsecond", ("First line", "second")),
        ("\nafter\r\n\r\nnothing", ("", "after", "", "nothing")),
    ],
    ids=["hyphens", "soft_hyphens", "long_word", "spaces", "lines", "empty_lines"],
)
def test_lines_break_where_bpmn_editors_break_them(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 86, 12).texts == lines


def test_a_guess_that_is_too_short_is_taken_as_it_is() -> None:
    # Greedy lines would be "Add Application", "to translation", "collection".
    assert wrapped("Add Application to  translation collection", 86, 12).texts == (
        "Add Application",
        "to",
        "translation",
        "collection",
    )


def test_where_not_even_a_letter_fits_each_has_a_line() -> None:
    assert wrapped("abc", 0, 12).texts == ("a", "b", "c")


def test_nobody_has_to_read_a_book_in_a_picture() -> None:
    assert len(wrapped("word " * 10_000, 90, 12).texts) == MOST_LINES
    assert len(wrapped("word " * 10_000, 1e9, 12).texts[0]) <= MOST_LETTERS + 1


@given(st.text(LETTERS, max_size=200), st.floats(20, 300), st.sampled_from([11.0, 12.0]))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(
    text: str, width: float, size: float
) -> None:
    found = wrapped(text, width, size)

    if len(found.texts) < MOST_LINES:
        assert "".join("".join(found.texts).split()) == "".join(text.split())
    for line in found.texts:
        assert text_width(line, size) <= width + 0.01 or len(line) == 1
    widest = max((text_width(line, size) for line in found.texts), default=0)
    assert widest <= found.width + 0.01


@pytest.mark.parametrize("text", ["", "   "])
def test_no_text_has_no_width(text: str) -> None:
    assert wrapped(text, 100, 12).width == 0
