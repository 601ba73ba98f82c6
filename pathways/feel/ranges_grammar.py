"""Read ranges, from their first end on (DMN 1.5, 10.3.1.2, rule 8)."""

from pathways.feel import pratt
from pathways.feel.cursor import Cursor
from pathways.feel.lexer import Token
from pathways.feel.nodes import Node, RangeOf

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})


def range_from(cursor: Cursor, opening: Token, low: Node) -> RangeOf:
    """Read on after the lower end of `[1..5]`."""
    cursor.expect("..", "in the range")
    high = pratt.end_of_range(cursor)
    if not (cursor.sees("]") or cursor.sees(")") or cursor.sees("[")):
        cursor.expect("]", "or `)` to close the range")
    closing = cursor.take()
    return RangeOf(
        start=opening.start,
        low=low,
        high=high,
        low_included=opening.text == "[",
        high_included=closing.text == "]",
    )


def half_range(cursor: Cursor, opening: Token) -> RangeOf:
    """Read on after the bracket of a range with one end: `(< 5)`."""
    operator = cursor.take().text
    end = pratt.expression(cursor, pratt.COMPARED)
    cursor.expect(")", "to close the range")
    if operator == "!=":
        cursor.refuse("There is no range for `!=`; write not(...).", opening)
    return RangeOf(
        start=opening.start,
        low=end if operator in {">", ">=", "="} else None,
        high=end if operator in {"<", "<=", "="} else None,
        low_included=operator in {">=", "="},
        high_included=operator in {"<=", "="},
    )
