import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.checks.reading_age import Reading, count_reading, sentences_of, together

PLAIN = "You ask us for help."
HARD = "You request assistance."


@pytest.mark.parametrize(
    ("sentences", "long_words", "age"), [(30, 0, 8.0), (30, 9, 11.0), (10, 3, 11.0)]
)
def test_the_age_is_eight_and_the_root_of_the_long_words_in_thirty_sentences(
    sentences: int, long_words: int, age: float
) -> None:
    assert Reading(sentences=sentences, words=200, long_words=long_words).age == age


def test_a_text_without_long_words_reads_at_the_youngest_age() -> None:
    reading = count_reading([PLAIN] * 10)

    assert (reading.sentences, reading.words, reading.long_words) == (10, 50, 0)
    assert reading.age == 8.0


def test_nine_sentences_are_too_few_to_tell_and_ten_are_enough() -> None:
    assert not count_reading([PLAIN] * 9).enough
    assert count_reading([PLAIN] * 10).enough


def test_pieces_of_one_or_two_words_are_no_sentences() -> None:
    assert count_reading(["Yes", "Not sure", "No."]) == Reading(sentences=0, words=0, long_words=0)
    assert count_reading([]).age == 8.0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It costs £349.99 or so. We pay.", ["It costs £349.99 or so.", "We pay."]),
        ("He said “No.” We ask why.", ["He said “No.", "We ask why."]),
        ("one\n\ntwo? three!", ["one", "two?", "three!"]),
        ("Ask your plan: it says so.", ["Ask your plan: it says so."]),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert list(sentences_of(text)) == sentences


@given(st.lists(st.sampled_from([PLAIN, HARD]), min_size=1, max_size=40))
def test_one_more_long_word_never_makes_it_easier(texts: list[str]) -> None:
    harder = [*texts[:-1], HARD]

    assert count_reading(harder).age >= count_reading(texts).age


@given(st.lists(st.lists(st.sampled_from([PLAIN, HARD]), max_size=9), max_size=9))
def test_texts_count_the_same_one_by_one_and_together(texts: list[list[str]]) -> None:
    whole = count_reading(piece for text in texts for piece in text)

    assert together(count_reading(text) for text in texts) == whole
    assert whole.age == round(8 + math.sqrt(whole.long_words * 30 / max(1, whole.sentences)), 1)
