"""What COLLECT makes of many answers, and when two answers are the same."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, localcontext

from pathways.feel import DaysTimeDuration, Value, YearsMonthsDuration
from pathways.model.decision_table import Aggregator

#: Kinds of value that can be put in order among themselves.
_ORDERED = (Decimal, str, date, datetime, DaysTimeDuration, YearsMonthsDuration)

#: FEEL's numbers are IEEE 754 decimal128 (DMN 1.5, 10.3.2.3.1).
_DIGITS = 34


def aggregate(aggregator: Aggregator, values: tuple[Value, ...]) -> Value:
    """Return one value for many, over Decimal.

    COUNT of nothing is 0; every other aggregate of nothing is null, and so is one over values
    that cannot be added up or compared (as FEEL's functions of the same names say).

    Source: DMN 1.5, 8.2.10, table 31; 10.3.4.4 for the functions.
    """
    if aggregator is Aggregator.COUNT:
        return Decimal(len(values))
    if aggregator is Aggregator.SUM:
        return _total(values)
    return _extreme(aggregator, values)


def _total(values: tuple[Value, ...]) -> Value:
    numbers = [value for value in values if isinstance(value, Decimal)]
    if not numbers or len(numbers) != len(values):
        return None
    with localcontext(prec=_DIGITS):
        return sum(numbers, Decimal())


def _extreme(aggregator: Aggregator, values: tuple[Value, ...]) -> Value:
    pick = min if aggregator is Aggregator.MIN else max
    for kind in _ORDERED:
        if values and all(type(value) is kind for value in values):
            try:
                return pick(values)  # type: ignore[type-var]  # one ordered kind, seen just above
            except TypeError:  # moments with and without a time zone
                return None
    return None


def same(left: Value, right: Value) -> bool:
    """Whether two answers are the same: of one kind, and equal all the way down.

    Python calls True and 1 equal; FEEL does not.
    """
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return type(left) is type(right) and left == right
