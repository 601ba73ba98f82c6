"""One value of each type: what operators and functions give for it tells what they give for all."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

from pathways.feel.arithmetic import OPERATIONS, negative
from pathways.feel.budget import Meter
from pathways.feel.comparison import compare
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.types import type_of
from pathways.feel.values import Range, Value

#: Type -> a value of it. Lists, contexts and functions hold what is not known.
SAMPLES: Mapping[str, Value] = {
    "number": Decimal(2),
    "string": "a",
    "boolean": True,
    "date": date(2027, 3, 1),
    "time": time(9, 30),
    "date and time": datetime(2027, 3, 1, 9, 30),  # noqa: DTZ001 - a moment without a zone
    "days and time duration": DaysTimeDuration(Decimal(86_400)),
    "years and months duration": YearsMonthsDuration(14),
    "list": (),
    "context": {},
    "range": Range(Decimal(1), Decimal(2), low_included=True, high_included=True),
}
#: A moment that knows its zone is compared with its own kind only.
_ZONED: Mapping[str, Value] = {
    "time": time(9, 30, tzinfo=UTC),
    "date and time": datetime(2027, 3, 1, 9, 30, tzinfo=UTC),
}
#: Types whose values hold others, so that one value does not tell about all.
OPEN = frozenset({"list", "context", "function", "range"})


def _values(kind: str | None) -> Iterator[Value]:
    kinds = SAMPLES if kind is None else {kind: SAMPLES[kind]} if kind in SAMPLES else {}
    for name, value in kinds.items():
        yield value
        if name in _ZONED:
            yield _ZONED[name]


def arithmetic(sign: str, left: str | None, right: str | None) -> tuple[bool, str | None]:
    """Tell whether an operator can give a value for two types, and of which type where it is one.

    Args:
        sign: The operator.
        left: The type of the left side; None where it is not known.
        right: The same of the right side.
    """
    operation = OPERATIONS[sign]
    results = {
        type_of(result)
        for one in _values(left)
        for other in _values(right)
        if (result := operation(Meter(), one, other)) is not None
    }
    return bool(results), results.pop() if len(results) == 1 and left and right else None


def comparable(sign: str, left: str | None, right: str | None) -> bool:
    """Tell whether two types can be compared with an operator; null can be asked for."""
    if sign in {"=", "!="} and "Null" in {left, right}:
        return True
    if left in OPEN and left == right:
        return sign in {"=", "!="}
    return any(
        compare(Meter(), sign, one, other) is not None
        for one in _values(left)
        for other in _values(right)
    )


def has_opposite(kind: str) -> bool:
    """Tell whether there is a minus of a type."""
    return any(negative(value) is not None for value in _values(kind))
