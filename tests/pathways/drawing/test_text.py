import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.drawing.text import shortened, text_width, wrapped


def test_widths_are_those_of_arial() -> None:
    assert (
        text_width("Ask for it", 1000) == 667 + 500 + 500 + 278 + 278 + 556 + 333 + 278 + 222 + 278
    )
    assert text_width("é", 12) == text_width("e", 12)
    assert text_width("漢", 12) == 12
    assert text_width("", 12) == 0


def test_lines_break_between_words() -> None:
    assert wrapped("Tell the family that we have it", 90, 12) == (
        "Tell the family",
        "that we have it",
    )


def test_a_word_that_is_too_long_is_broken() -> None:
    assert wrapped("W" * 6, 25, 12) == ("WW", "WW", "WW")


def test_what_is_cut_off_is_shown_to_be() -> None:
    assert shortened(("a", "b,", "c"), 2) == ("a", "b…")
    assert shortened(("a", "b"), 2) == ("a", "b")


@given(st.text(max_size=200), st.floats(20, 300), st.sampled_from([10.5, 11.0, 12.0]))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(
    text: str, width: float, size: float
) -> None:
    lines = wrapped(text, width, size)

    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert text_width(line, size) <= width or len(line) == 1


@pytest.mark.parametrize("text", ["", "   "])
def test_no_text_has_no_lines(text: str) -> None:
    assert wrapped(text, 100, 12) == ()
