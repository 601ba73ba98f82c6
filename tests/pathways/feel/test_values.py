"""Plain Python values are read as FEEL, and what comes out belongs to nobody else."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import MappingProxyType

import pytest

from pathways.feel import DaysTimeDuration, Refused, YearsMonthsDuration, parse
from tests.pathways.feel.asking import NOW, asked


class Word(str):
    """A text of another class, as libraries make them."""

    __slots__ = ()


def test_plain_numbers_lists_and_contexts_are_read() -> None:
    scope: dict[str, object] = {"a": 3, "b": [1, {"c": 2}], "d": timedelta(days=1, microseconds=5)}

    assert asked("a", scope) == Decimal(3)
    assert isinstance(asked("a", scope), Decimal)
    assert asked("b", scope) == (Decimal(1), {"c": Decimal(2)})
    assert asked("d", scope) == DaysTimeDuration(Decimal("86400.000005"))


def test_truths_are_no_numbers() -> None:
    assert asked("a + 1", {"a": True}) is None
    assert asked("a = 1", {"a": True}) is None


def test_any_mapping_is_a_context() -> None:
    assert asked("a.b", {"a": MappingProxyType({"b": 1})}) == 1
    assert parse("a.b").evaluate(MappingProxyType({"a": {"b": 1}}), now=NOW) == 1


def test_texts_of_other_classes_are_texts() -> None:
    assert asked('a = "x"', {"a": Word("x")}) is True
    assert type(asked("a", {"a": Word("x")})) is str


def test_numbers_from_outside_keep_34_digits_and_their_zeros() -> None:
    assert str(asked("a", {"a": Decimal("12.50")})) == "12.50"
    assert asked("a", {"a": Decimal("1" + "0" * 20 + "." + "1" * 40)}) == Decimal(
        "1" + "0" * 20 + "." + "1" * 13
    )
    assert asked("string(a)", {"a": Decimal("0E+999999")}) == "0"
    with pytest.raises(Refused):
        asked("a", {"a": Decimal("1E+35")})
    for number in ("NaN", "Infinity", "-Infinity", "sNaN"):
        with pytest.raises(ValueError, match="no number"):
            asked("a", {"a": Decimal(number)})


def test_a_result_can_be_changed_without_changing_the_scope() -> None:
    scope: dict[str, object] = {"a": {"b": [1, 2]}}

    result = asked("a", scope)
    assert isinstance(result, dict)
    result["c"] = 3

    assert scope == {"a": {"b": [1, 2]}}
    assert asked("a", scope) == {"b": (1, 2)}


def test_now_and_today_are_told_by_whoever_asks() -> None:
    summer = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
    elsewhere = summer.astimezone(timezone(timedelta(hours=-8)))

    assert parse("today()").evaluate({}, now=summer) == date(2027, 7, 1)
    assert parse("today()").evaluate({}, now=elsewhere) == date(2027, 7, 1)
    assert parse("now()").evaluate({}, now=elsewhere) == elsewhere


def test_durations_have_an_order_and_a_text() -> None:
    assert YearsMonthsDuration(1) < YearsMonthsDuration(2)
    assert DaysTimeDuration(Decimal(1)) <= DaysTimeDuration(Decimal(2))
    assert str(YearsMonthsDuration(-18)) == "-P1Y6M"
    assert str(DaysTimeDuration(Decimal("-93784.5"))) == "-P1DT2H3M4.5S"
