"""Arithmetic over decimal numbers of 34 digits, as DMN asks (IEEE 754 decimal128)."""

from decimal import ROUND_HALF_EVEN, Context, Decimal

from pathways.feel.budget import NUMBER
from pathways.feel.errors import Refused

#: Nothing is trapped: what is no number comes back as null. Every method takes its numbers whole.
CONTEXT = Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, traps=[])

_LOWEST = -NUMBER


def bounded(number: Decimal) -> Decimal | None:
    """Return a result, or None if it is no number.

    Raises:
        Refused: If it is beyond the budget.
    """
    if number.is_nan():
        return None
    if _LOWEST <= number <= NUMBER:
        return number
    raise Refused(f"A number went beyond {NUMBER:e}.")


def read_number(number: Decimal) -> Decimal:
    """Return a number from outside, rounded to 34 digits; its trailing zeros stay.

    Raises:
        Refused: If it is beyond the budget.
        ValueError: If it is infinite, or not a number.
    """
    if not number.is_finite():
        raise ValueError(f"{number} is no number of FEEL.")
    if _LOWEST <= number <= NUMBER:
        return CONTEXT.plus(number)
    raise Refused(f"A number went beyond {NUMBER:e}.")


def add(left: Decimal, right: Decimal) -> Decimal | None:
    """Return the sum."""
    return bounded(CONTEXT.add(left, right))


def subtract(left: Decimal, right: Decimal) -> Decimal | None:
    """Return the difference."""
    return bounded(CONTEXT.subtract(left, right))


def multiply(left: Decimal, right: Decimal) -> Decimal | None:
    """Return the product."""
    return bounded(CONTEXT.multiply(left, right))


def divide(left: Decimal, right: Decimal) -> Decimal | None:
    """Return the quotient; None when dividing by zero."""
    return bounded(CONTEXT.divide(left, right)) if right else None


def power(base: Decimal, exponent: Decimal) -> Decimal | None:
    """Return base to the exponent; None where that is no number."""
    if not exponent:
        return Decimal(1)
    if not base and exponent < 0:
        return None
    result = CONTEXT.power(base, exponent)
    if whole(exponent) is None:
        # A root is computed to 34 digits even where it comes out even: no zeros behind the point.
        result = CONTEXT.normalize(result)
    return bounded(result)


def negative(number: Decimal) -> Decimal:
    """Return minus the number; zero has no sign."""
    return CONTEXT.minus(number)


def whole(number: Decimal) -> int | None:
    """Return the integer that a number is, or None where it is none."""
    return int(number) if number == number.to_integral_value() else None


def written(number: Decimal) -> str:
    """Return a number as people write it: all its digits, no exponent, zero without a sign."""
    return format(number or abs(number), "f")
