import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.checks.syllables import syllables


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "you we help school plan phone asked hoped helped gives please through it’s 16"),
        (2, "parent reasons decides minutes answered wanted asking people didn’t table every"),
        (3, "family telephone manager somebody another example happening everything animals"),
        (4, "education mediation everybody ability comparison"),
        (5, "university communication’s"),
    ],
)
def test_words_have_as_many_syllables_as_people_say(count: int, words: str) -> None:
    counted = {word: syllables(word) for word in words.split()}

    assert counted == dict.fromkeys(counted, count)


@pytest.mark.parametrize("word", ["School", "SCHOOL", "school’s", "school's", "schools’"])
def test_case_and_apostrophes_do_not_count(word: str) -> None:
    assert syllables(word) == 1


@given(st.text(max_size=50))
def test_whatever_is_written_has_one_syllable_at_least(text: str) -> None:
    assert 1 <= syllables(text) <= max(1, 2 * len(text))
