"""Read an expression by how tightly its operators bind (after Vaughan Pratt, 1973)."""

from typing import NoReturn

from pathways.feel import budget
from pathways.feel.cursor import Cursor, Prefix
from pathways.feel.lexer import Kind
from pathways.feel.nodes import Node

# How tightly the operators bind, loosest first (DMN 1.5, 10.3.1.2, rules 2 to 4).
OR = 1
AND = 2
COMPARED = 3
SUM = 4
PRODUCT = 5
POWER = 6
NEGATIVE = 7
INSTANCE = 8
POSTFIX = 9

LOOSEST = 0


def expression(cursor: Cursor, tighter_than: int = LOOSEST) -> Node:
    """Read one expression, as far as operators bind more tightly than `tighter_than`.

    Raises:
        NotFeel: If there is none, or it stands too deep inside others.
    """
    filters = cursor.filters
    cursor.filters = filters or tighter_than == LOOSEST
    with cursor.deeper():
        node = _prefix(cursor)(cursor)
        node = _carried_on(cursor, node, tighter_than)
    cursor.filters = filters
    return node


def end_of_range(cursor: Cursor) -> Node:
    """Read the upper end of a range, after which `[` closes the range."""
    cursor.filters = False
    node = expression(cursor, COMPARED)
    cursor.filters = True
    return node


def _carried_on(cursor: Cursor, node: Node, tighter_than: int) -> Node:
    chain = 0
    while (rule := cursor.grammar.infixes.get(_sign(cursor))) and rule[0] > tighter_than:
        if cursor.sees("[") and not cursor.filters:
            break
        chain += 1
        if cursor.depth + chain > budget.DEPTH:
            cursor.refuse(f"More than {budget.DEPTH} levels in a row; make it simpler.")
        node = rule[1](cursor, node)
    return node


def _sign(cursor: Cursor) -> str:
    token = cursor.token
    return token.text if token.kind in {Kind.SIGN, Kind.NAME} else ""


def _prefix(cursor: Cursor) -> Prefix:
    if cursor.known_name():
        return cursor.grammar.kinds[Kind.NAME]
    prefix = cursor.grammar.prefixes.get(_sign(cursor))
    prefix = prefix or cursor.grammar.kinds.get(cursor.token.kind)
    if prefix is None:
        _refuse(cursor)
    return prefix


def _refuse(cursor: Cursor) -> NoReturn:
    if cursor.token.kind is Kind.END:
        cursor.refuse("Something is missing at the end; write a name, a number, a text or (...).")
    cursor.mismatch(f"Expected a name, a number, a text or (...), but {cursor.found()}.")
