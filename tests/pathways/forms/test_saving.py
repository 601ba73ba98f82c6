from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pathways.forms import check_saved, read_form

FORM = read_form(
    b"""{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Ask",
    "type": "object", "additionalProperties": false, "required": ["what"],
    "properties": {"what": {"title": "What is it?", "type": "string", "maxLength": 5},
                   "born": {"title": "Born on", "type": "string", "format": "date"}}}""",
    step="ask",
    file="forms/ask.json",
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_answers_that_are_not_right_yet_can_be_kept() -> None:
    assert check_saved(FORM, {"what": "far too long", "born": {"day": "31", "month": "2"}}) == {}


def test_answers_that_were_never_asked_for_are_not_kept() -> None:
    assert check_saved(FORM, {"why": "x"}) == {"why": "This form does not ask “why”. Leave it out."}


def test_answers_of_more_than_a_hundred_kilobytes_are_not_kept() -> None:
    assert check_saved(FORM, {"what": "x" * 10_000_000}).keys() == {"what"}


def test_characters_that_no_database_holds_are_not_kept() -> None:
    assert check_saved(FORM, {"what": "a\0b"}).keys() == {"what"}


def test_numbers_without_an_end_are_not_kept() -> None:
    assert check_saved(FORM, {"what": Decimal("NaN")}).keys() == {"what"}


@given(answers=st.dictionaries(st.text(), JSON) | st.fixed_dictionaries({"what": JSON}))
def test_whatever_arrives_there_is_a_sentence_for_it_or_it_can_be_kept(
    answers: dict[str, Any],
) -> None:
    problems = check_saved(FORM, answers)

    assert all(isinstance(sentence, str) and sentence for sentence in problems.values())
