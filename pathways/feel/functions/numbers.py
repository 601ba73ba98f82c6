"""Functions over numbers."""

from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
)

from pathways.feel.arithmetic import negative
from pathways.feel.budget import STEPS_OF_A_POWER
from pathways.feel.decimals import CONTEXT, bounded, whole
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import MEASURE, NUMBER, Function, form, function
from pathways.feel.values import Value

#: The scales that a number of 34 digits can have (DMN 1.5, 10.3.4.5).
_LOWEST_SCALE, _HIGHEST_SCALE = -6111, 6176
#: Wide enough for the remainder of any two numbers in bounds.
_WIDE = Context(prec=7_000, Emin=-13_000, Emax=13_000, traps=[])


def _rounding(name: str, rounding: str, *, scale_needed: bool) -> Function:
    """Return a function that rounds to so many places after the point."""
    context = Context(prec=CONTEXT.prec, rounding=rounding, Emin=-6143, Emax=6144, traps=[])

    def rounded(_: Frame, number: Decimal, scale: Decimal = Decimal(0)) -> Value:
        places = whole(scale)
        if places is None or not _LOWEST_SCALE <= places <= _HIGHEST_SCALE:
            return None
        result = context.quantize(number, Decimal(1).scaleb(-places))
        return number if result.is_nan() else bounded(result or abs(result))

    one, two = {"n": NUMBER}, {"scale": NUMBER}
    return function(name, form(rounded, one | two) if scale_needed else form(rounded, one, two))


def absolute(_: Frame, value: Value) -> Value:
    """Return the value without its sign."""
    if isinstance(value, Decimal):
        return abs(value)
    if isinstance(value, YearsMonthsDuration):
        return value if value.months >= 0 else negative(value)
    if isinstance(value, DaysTimeDuration):
        return value if value.seconds >= 0 else negative(value)
    return None


def modulo(_: Frame, dividend: Decimal, divisor: Decimal) -> Value:
    """Return what is left over; it has the sign of the divisor."""
    if not divisor:
        return None
    rest = _WIDE.remainder(dividend, divisor)
    if rest and (rest < 0) != (divisor < 0):
        rest = CONTEXT.add(rest, divisor)
    return bounded(CONTEXT.plus(rest))


def _positive_only(operation: Callable[[Decimal], Decimal]) -> Callable[[Frame, Decimal], Value]:
    def run(frame: Frame, number: Decimal) -> Value:
        frame.charge(STEPS_OF_A_POWER)
        result = operation(number)
        return None if result.is_infinite() else bounded(result)

    return run


def exponential(frame: Frame, number: Decimal) -> Value:
    """Return e to the number."""
    frame.charge(STEPS_OF_A_POWER)
    return bounded(CONTEXT.exp(number))


def odd(_: Frame, number: Decimal) -> Value:
    """Tell whether it is an odd number; null where it is not whole."""
    integer = whole(number)
    return None if integer is None else integer % 2 == 1


def even(_: Frame, number: Decimal) -> Value:
    """Tell whether it is an even number; null where it is not whole."""
    integer = whole(number)
    return None if integer is None else integer % 2 == 0


FUNCTIONS = (
    _rounding("decimal", ROUND_HALF_EVEN, scale_needed=True),
    _rounding("floor", ROUND_FLOOR, scale_needed=False),
    _rounding("ceiling", ROUND_CEILING, scale_needed=False),
    _rounding("round up", ROUND_UP, scale_needed=True),
    _rounding("round down", ROUND_DOWN, scale_needed=True),
    _rounding("round half up", ROUND_HALF_UP, scale_needed=True),
    _rounding("round half down", ROUND_HALF_DOWN, scale_needed=True),
    function("abs", form(absolute, {"n": MEASURE})),
    function("modulo", form(modulo, {"dividend": NUMBER, "divisor": NUMBER})),
    function("sqrt", form(_positive_only(CONTEXT.sqrt), {"number": NUMBER})),
    function("log", form(_positive_only(CONTEXT.ln), {"number": NUMBER})),
    function("exp", form(exponential, {"number": NUMBER})),
    function("odd", form(odd, {"number": NUMBER})),
    function("even", form(even, {"number": NUMBER})),
)
