from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.feel import parse
from pathways.forms import check, typed
from tests.pathways.dmn.tables import NOW
from tests.pathways.forms.pages import EVERY_KIND, read
from tests.pathways.forms.test_check import RIGHT

FORM = read(EVERY_KIND)


def test_answers_become_what_rules_read() -> None:
    assert typed(FORM, RIGHT) == {
        "what": "A tablet",
        "story": "It helps her talk.",
        "route": "not_agree",
        "boxes": ("a", "b"),
        "day": date(2027, 3, 27),
        "cost": Decimal("12.50"),
        "count": Decimal(3),
        "hours": Decimal("1.5"),
        "agrees": False,
        "reasons": "No socket there.",
    }


@pytest.mark.parametrize("answer", [12.1, Decimal("12.10"), 12])
def test_numbers_are_decimal_however_they_arrive(answer: object) -> None:
    value = typed(FORM, {"cost": answer})["cost"]

    assert type(value) is Decimal
    assert value == Decimal(str(answer))


def test_what_was_not_answered_is_null() -> None:
    assert typed(FORM, {"what": " ", "day": ""}) == dict.fromkeys(RIGHT, None)


def test_what_was_not_asked_is_null_even_if_it_is_there() -> None:
    assert typed(FORM, {"route": "agree", "reasons": "old words"})["reasons"] is None


@pytest.mark.parametrize(
    ("name", "answer"),
    [("cost", "12"), ("cost", True), ("day", "soon"), ("agrees", "yes"), ("boxes", "a"),
     ("what", 3), ("route", ["a"]), ("cost", float("nan"))],
)  # fmt: skip
def test_answers_that_were_never_checked_are_a_programming_mistake(
    name: str, answer: object
) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which of them does not matter
        typed(FORM, {name: answer})


def test_rules_can_read_typed_answers() -> None:
    scope: Any = {"ask": typed(FORM, RIGHT)}

    assert parse('ask.cost > 12 and ask.day < date("2028-01-01")').evaluate(scope, now=NOW) is True


@settings(max_examples=200, deadline=None)
@given(
    st.fixed_dictionaries(
        {"what": st.text(max_size=5)},
        optional={
            "route": st.sampled_from(["agree", "not_agree", "x"]),
            "cost": st.floats(0, 1e6) | st.integers(0, 10) | st.decimals(0, 9, places=2),
            "day": st.dates().map(str) | st.text(max_size=4),
            "count": st.integers(-1, 11) | st.floats(0, 9),
            "boxes": st.lists(st.sampled_from(["a", "b", "c"]), max_size=3),
            "agrees": st.booleans() | st.none(),
            "reasons": st.text(max_size=5),
        },
    )
)
def test_whatever_the_check_takes_can_be_typed(answers: dict[str, Any]) -> None:
    if not check(FORM, answers):
        assert set(typed(FORM, answers)) == set(RIGHT)
