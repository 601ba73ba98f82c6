"""What is written out in an expression: values that are the same whenever they are looked at."""

from datetime import UTC, datetime
from decimal import Decimal

from pathways.feel import Expression, Value, parse
from pathways.feel.nodes import Call, Literal, Negative, Node

#: Functions that make a moment or a length of time of a text alone.
_MADE_OF_TEXT = frozenset({"date", "date and time", "duration", "time"})
#: Two moments: what says the same at both does not depend on the clock.
_MOMENTS = (
    datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC),
    datetime(2030, 11, 12, 13, 14, 15, tzinfo=UTC),
)
ANY_MOMENT = _MOMENTS[0]


def constant(expression: Expression) -> tuple[Value] | None:
    """Return the one value that an expression always has, in a tuple; None where it depends.

    Raises:
        pathways.feel.Refused: If it goes over its budget.
    """
    if expression.names:
        return None
    first, second = (expression.evaluate({}, now=moment) for moment in _MOMENTS)
    return (first,) if first == second else None


def written_out(node: Node | None) -> tuple[Value] | None:
    """Return the value of a number, a text or a day that is written out; None for anything else."""
    match node:
        case Literal(value=value):
            return (value,)
        case Negative(of=Literal(value=Decimal() as value)):
            return (-value,)
        case Call(function=function, arguments=(Literal(value=str() as text),)):
            if function in _MADE_OF_TEXT:
                made = parse(f"{function}(text)").evaluate({"text": text}, now=ANY_MOMENT)
                return None if made is None else (made,)
    return None
