"""Read on after an expression: operators, `between`, `in`, `instance of`, filters, dots."""

from pathways.feel import pratt
from pathways.feel.cursor import Cursor
from pathways.feel.nodes import (
    Arithmetic,
    Between,
    Comparison,
    Filter,
    Inside,
    InstanceOf,
    Junction,
    Member,
    Node,
)
from pathways.feel.primaries import member_name
from pathways.feel.tests_grammar import tests_after_in
from pathways.feel.types_grammar import type_name

#: Operators of arithmetic, by how tightly they bind.
RANKS = {
    "+": pratt.SUM,
    "-": pratt.SUM,
    "*": pratt.PRODUCT,
    "/": pratt.PRODUCT,
    "**": pratt.POWER,
}


def arithmetic(cursor: Cursor, first: Node) -> Node:
    """Read a whole chain of one rank, so that a long sum is not deep."""
    rank = RANKS[cursor.token.text]
    rest: list[tuple[str, Node]] = []
    while cursor.token.text in RANKS and RANKS[cursor.token.text] == rank and _sign(cursor):
        operator = cursor.take().text
        rest.append((operator, pratt.expression(cursor, rank)))
    return Arithmetic(start=first.start, first=first, rest=tuple(rest))


def _sign(cursor: Cursor) -> bool:
    return cursor.sees(cursor.token.text)


def junction(cursor: Cursor, first: Node) -> Node:
    """Read a whole chain of `and`, or of `or`."""
    operator = cursor.token.text
    rank = pratt.AND if operator == "and" else pratt.OR
    operands = [first]
    while cursor.takes(operator):
        operands.append(pratt.expression(cursor, rank))
    return Junction(start=first.start, operator=operator, operands=tuple(operands))


def comparison(cursor: Cursor, left: Node) -> Node:
    """Read `a = b` and its like."""
    operator = cursor.take().text
    right = pratt.expression(cursor, pratt.COMPARED)
    return Comparison(start=left.start, operator=operator, left=left, right=right)


def between(cursor: Cursor, of: Node) -> Node:
    """Read `a between b and c`."""
    cursor.take()
    low = pratt.expression(cursor, pratt.COMPARED)
    cursor.expect("and", "between the two ends of `between`")
    high = pratt.expression(cursor, pratt.COMPARED)
    return Between(start=of.start, of=of, low=low, high=high)


def inside(cursor: Cursor, of: Node) -> Node:
    """Read `a in ...`."""
    cursor.take()
    return Inside(start=of.start, of=of, tests=tests_after_in(cursor))


def instance_of(cursor: Cursor, of: Node) -> Node:
    """Read `a instance of number`, `... of list<string>`."""
    cursor.take()
    cursor.expect("of", "after `instance`")
    return InstanceOf(start=of.start, of=of, type=type_name(cursor))


def bracket(cursor: Cursor, of: Node) -> Node:
    """Read `xs[...]`."""
    cursor.take()
    condition = pratt.expression(cursor)
    cursor.expect("]", "to close the filter")
    return Filter(start=of.start, of=of, condition=condition)


def dot(cursor: Cursor, of: Node) -> Node:
    """Read `x.y`, where x is no plain name (those are read at once)."""
    cursor.take()
    return Member(start=of.start, of=of, name=member_name(cursor))
