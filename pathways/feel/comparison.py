"""When two values are equal, and which is less; null where they cannot be compared."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType

from pathways.feel.budget import DEPTH, Meter
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.errors import Refused
from pathways.feel.moments import seconds_of
from pathways.feel.values import Range, Value

#: Types whose values Python compares as FEEL does.
SIMPLE = frozenset({NoneType, bool, Decimal, str, date, YearsMonthsDuration, DaysTimeDuration})
_ORDERED = frozenset({Decimal, str, date, YearsMonthsDuration, DaysTimeDuration})


def equal(meter: Meter, left: Value, right: Value, depth: int = 0) -> bool | None:
    """Tell whether two values are equal; None where they are of different types.

    Null equals null, and nothing else (DMN 1.5, 10.3.2.13, table 53).

    Raises:
        Refused: If lists or contexts are too large or too deep to be compared.
    """
    kind = type(left)
    if kind is type(right):
        if kind in SIMPLE:
            return left == right
        return _equal_within(meter, left, right, depth)
    if left is None or right is None:
        return False
    return None


def _equal_within(meter: Meter, left: Value, right: Value, depth: int) -> bool | None:
    if depth > DEPTH:
        raise Refused("Lists and contexts stand too deep in one another to be compared.")
    if isinstance(left, tuple) and isinstance(right, tuple):
        return _equal_items(meter, left, right, depth)
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        if left.keys() != right.keys():
            return False
        others = tuple(right[key] for key in left)
        return _equal_items(meter, tuple(left.values()), others, depth)
    if isinstance(left, Range) and isinstance(right, Range):
        return _equal_ranges(meter, left, right, depth)
    if isinstance(left, datetime | time) and isinstance(right, datetime | time):
        return seconds_of(left) == seconds_of(right)
    return None


def _equal_items(
    meter: Meter, left: tuple[Value, ...], right: tuple[Value, ...], depth: int
) -> bool | None:
    if len(left) != len(right):
        return False
    meter.charge(len(left))
    every: bool | None = True
    for one, other in zip(left, right, strict=True):
        same = equal(meter, one, other, depth + 1)
        if same is False:
            return False
        every = every and same
    return every


def _equal_ranges(meter: Meter, left: Range, right: Range, depth: int) -> bool | None:
    if (left.low_included, left.high_included) != (right.low_included, right.high_included):
        return False
    return _equal_items(meter, (left.low, left.high), (right.low, right.high), depth)


def less(left: Value, right: Value) -> bool | None:
    """Tell whether the first is less than the second; None where they have no order."""
    kind = type(left)
    if kind is not type(right):
        return None
    if kind in _ORDERED:
        return left < right  # type: ignore[operator] # both are of one type that has an order
    if isinstance(left, datetime | time) and isinstance(right, datetime | time):
        (knows, seconds), (other_knows, other_seconds) = seconds_of(left), seconds_of(right)
        return seconds < other_seconds if knows == other_knows else None
    return None


def at_most(left: Value, right: Value) -> bool | None:
    """Tell whether the first is less than or equal to the second."""
    greater = less(right, left)
    return None if greater is None else not greater


def compare(meter: Meter, operator: str, left: Value, right: Value) -> bool | None:
    """Tell whether `left operator right` holds; None where it cannot be told."""
    if operator in {"=", "!="}:
        same = equal(meter, left, right)
        return same if operator == "=" or same is None else not same
    result = less(left, right) if operator in {"<", ">="} else less(right, left)
    return result if operator in {"<", ">"} or result is None else not result


def both(*truths: bool | None) -> bool | None:
    """Return the three-valued `and`."""
    if False in truths:
        return False
    return None if None in truths else True


def within(value: Value, bounds: Range) -> bool | None:
    """Tell whether a value lies in a range; None where it cannot be compared with its ends."""
    return both(_above(value, bounds), _below(value, bounds))


def _above(value: Value, bounds: Range) -> bool | None:
    if bounds.low is None:
        return True
    return at_most(bounds.low, value) if bounds.low_included else less(bounds.low, value)


def _below(value: Value, bounds: Range) -> bool | None:
    if bounds.high is None:
        return True
    return at_most(value, bounds.high) if bounds.high_included else less(value, bounds.high)


def identity(meter: Meter, value: Value, depth: int = 0) -> object:
    """Return something hashable that is the same for two values exactly when they are equal.

    Raises:
        Refused: If lists or contexts are too large or too deep.
    """
    if depth > DEPTH:
        raise Refused("Lists and contexts stand too deep in one another to be compared.")
    if isinstance(value, tuple):
        meter.charge(len(value))
        return tuple, tuple([identity(meter, item, depth + 1) for item in value])
    if isinstance(value, Mapping):
        meter.charge(len(value))
        entries = ((key, identity(meter, entry, depth + 1)) for key, entry in value.items())
        return dict, frozenset(entries)
    if isinstance(value, datetime | time):
        return type(value), seconds_of(value)
    return type(value), value
