"""What a browser sends -> answers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways import forms
from tests.webapp.form import SCHEMA, form
from webapp.fields import entered, read

FORM = form()
_NAMES = st.sampled_from(
    [*SCHEMA["properties"], "from_when-day", "from_when-month", "from_when-year", "csrf_token", ""]
)
_ENTRIES = st.dictionaries(_NAMES | st.text(), st.lists(st.text(), max_size=3))


@given(_ENTRIES)
def test_reading_never_raises_whatever_is_sent(entries: dict[str, list[str]]) -> None:
    reading = read(FORM, entries)

    assert set(reading.left_out) <= set(reading.answers)
    assert set(reading.problems) <= set(SCHEMA["properties"])
    forms.check(FORM, reading.sent)


def test_every_kind_of_answer_is_read() -> None:
    entries = {
        "what": [" A tablet "],
        "words": ["one\r\ntwo"],
        "place": ["home"],
        "why_home": ["It is calm"],
        "days": ["monday", "friday"],
        "from_when-day": ["3"],
        "from_when-month": ["March"],
        "from_when-year": ["2027"],
        "price": ["£1,349.50"],
        "lessons": ["12"],
        "tried": ["no"],
    }

    reading = read(FORM, entries)

    assert reading.answers == {
        "what": "A tablet",
        "words": "one\ntwo",
        "place": "home",
        "why_home": "It is calm",
        "days": ["monday", "friday"],
        "from_when": "2027-03-03",
        "price": Decimal("1349.50"),
        "lessons": 12,
        "tried": False,
    }
    assert forms.check(FORM, reading.sent) == {}


def test_what_was_left_open_is_no_answer() -> None:
    reading = read(FORM, {"what": ["  "], "from_when-day": [""], "price": [""], "days": [""]})

    assert reading.answers == {}


def test_an_answer_under_another_choice_is_kept_but_not_sent() -> None:
    reading = read(FORM, {"place": ["school"], "why_home": ["It is calm"]})

    assert reading.answers["why_home"] == "It is calm"
    assert reading.left_out == ("why_home",)
    assert "why_home" not in reading.sent


def test_what_cannot_be_read_is_kept_as_it_was_typed() -> None:
    entries = {"price": ["a lot"], "from_when-day": ["31"], "from_when-month": ["2"]}

    reading = read(FORM, entries)

    assert set(reading.problems) == {"price", "from_when"}
    assert reading.answers["price"] == "a lot"
    again = entered(FORM, reading.answers)
    assert again["price"] == ["a lot"]
    assert again["from_when-day"] == ["31"]


def test_an_unreadable_answer_that_is_not_asked_is_no_problem() -> None:
    reading = read(FORM, {"tried": ["no"], "helped": ["perhaps"]})

    assert reading.left_out == ("helped",)
    assert reading.problems == {}


def test_fields_that_the_form_does_not_know_stay_for_the_engine_to_refuse() -> None:
    reading = read(FORM, {"evil": ["1"], "csrf_token": ["x"]}, ours={"csrf_token"})

    assert reading.sent == {"evil": "1"}
    assert "evil" in forms.check(FORM, reading.sent)


_ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "what": st.sampled_from(["A tablet", "<b>“Speech” & more</b>"]),
        "words": st.sampled_from(["one\ntwo", "  indented\n  line".strip(), "ü"]),
        "place": st.sampled_from(["home", "school", "both"]),
        "days": st.lists(st.sampled_from(["monday", "friday"]), unique=True, min_size=1),
        "from_when": st.dates().map(lambda day: day.isoformat()),
        "price": st.decimals(min_value=0, max_value=10**9, places=2),
        "lessons": st.integers(min_value=1, max_value=10**9),
        "tried": st.booleans(),
    },
)


@given(_ANSWERS)
def test_answers_written_into_fields_are_read_back_the_same(answers: dict[str, object]) -> None:
    assert read(FORM, entered(FORM, answers)).answers == answers


@pytest.mark.parametrize("odd", [None, {"a": [1]}, 3.5, True, ["x"], "", Decimal("NaN")])
def test_no_saved_answer_however_odd_breaks_a_page(odd: object) -> None:
    for name in SCHEMA["properties"]:
        read(FORM, entered(FORM, {name: odd}))
