"""What + - * / ** mean for every pair of types; null for the pairs that mean nothing."""

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import TypeAlias

from pathways.feel import decimals
from pathways.feel.budget import NUMBER, STEPS_OF_A_POWER, Meter
from pathways.feel.decimals import CONTEXT
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.errors import Refused
from pathways.feel.moments import difference, shifted
from pathways.feel.values import Value

#: Takes the meter and two values.
Operation: TypeAlias = Callable[[Meter, Value, Value], Value]

_LENGTHS = (YearsMonthsDuration, DaysTimeDuration)
_MOMENTS = (date, time)


def add(meter: Meter, left: Value, right: Value) -> Value:
    """Return left + right."""
    if type(left) is Decimal and type(right) is Decimal:
        return decimals.add(left, right)
    if isinstance(left, str) and isinstance(right, str):
        meter.text(len(left) + len(right))
        return left + right
    if isinstance(left, _LENGTHS):
        left, right = right, left
    if isinstance(left, _MOMENTS) and isinstance(right, _LENGTHS):
        return shifted(left, right)
    return _lengths_added(left, right)


def subtract(meter: Meter, left: Value, right: Value) -> Value:
    """Return left - right."""
    if type(left) is Decimal and type(right) is Decimal:
        return decimals.subtract(left, right)
    if isinstance(left, _MOMENTS) and isinstance(right, _MOMENTS):
        return difference(left, right)
    if isinstance(right, _LENGTHS) and isinstance(left, _LENGTHS + _MOMENTS):
        return add(meter, left, negative(right))
    return None


def multiply(_: Meter, left: Value, right: Value) -> Value:
    """Return left * right."""
    if type(left) is Decimal:
        if type(right) is Decimal:
            return decimals.multiply(left, right)
        left, right = right, left
    if not isinstance(right, Decimal):
        return None
    return _length_times(left, right)


def divide(_: Meter, left: Value, right: Value) -> Value:
    """Return left / right; null where right is zero."""
    if type(left) is Decimal and type(right) is Decimal:
        return decimals.divide(left, right)
    if isinstance(left, YearsMonthsDuration) and isinstance(right, YearsMonthsDuration):
        return decimals.divide(Decimal(left.months), Decimal(right.months))
    if isinstance(left, DaysTimeDuration) and isinstance(right, DaysTimeDuration):
        return decimals.divide(left.seconds, right.seconds)
    if not isinstance(right, Decimal) or not right:
        return None
    return _length_times(left, right, CONTEXT.divide)


def power(meter: Meter, left: Value, right: Value) -> Value:
    """Return left ** right."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        meter.charge(STEPS_OF_A_POWER)
        return decimals.power(left, right)
    return None


def negative(value: Value) -> Value:
    """Return minus the value."""
    if isinstance(value, Decimal):
        return decimals.negative(value)
    if isinstance(value, YearsMonthsDuration):
        return YearsMonthsDuration(-value.months)
    if isinstance(value, DaysTimeDuration):
        return DaysTimeDuration(decimals.negative(value.seconds))
    return None


OPERATIONS: Mapping[str, Operation] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "**": power,
}


def _lengths_added(left: Value, right: Value) -> Value:
    if isinstance(left, YearsMonthsDuration) and isinstance(right, YearsMonthsDuration):
        return _months(Decimal(left.months + right.months))
    if isinstance(left, DaysTimeDuration) and isinstance(right, DaysTimeDuration):
        return _seconds(CONTEXT.add(left.seconds, right.seconds))
    return None


def _length_times(
    length: Value,
    factor: Decimal,
    operation: Callable[[Decimal, Decimal], Decimal] = CONTEXT.multiply,
) -> Value:
    if isinstance(length, YearsMonthsDuration):
        return _months(operation(Decimal(length.months), factor))
    if isinstance(length, DaysTimeDuration):
        return _seconds(operation(length.seconds, factor))
    return None


def _months(months: Decimal) -> YearsMonthsDuration:
    return YearsMonthsDuration(int(_in_bounds(months)))


def _seconds(seconds: Decimal) -> DaysTimeDuration:
    return DaysTimeDuration(_in_bounds(seconds))


def _in_bounds(amount: Decimal) -> Decimal:
    if not -NUMBER <= amount <= NUMBER:
        raise Refused("A duration went beyond its bounds.")
    return amount
