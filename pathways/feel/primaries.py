"""Read what stands alone: names, numbers, texts, lists, contexts, ranges, brackets."""

from decimal import Decimal
from typing import cast

from pathways.feel import pratt
from pathways.feel.budget import NUMBER
from pathways.feel.cursor import KEYWORDS, Cursor, shortened
from pathways.feel.decimals import CONTEXT
from pathways.feel.lexer import Kind, Token
from pathways.feel.moments import read_moment
from pathways.feel.nodes import ContextOf, ListOf, Literal, Negative, Node, Path, Subject
from pathways.feel.ranges_grammar import COMPARISONS, half_range, range_from
from pathways.feel.values import Value

#: Properties of several words (DMN 1.5, 10.3.2.15, table 65).
_PROPERTIES = (("time", "offset"), ("start", "included"), ("end", "included"))
_AFTER_KEY = frozenset({":"})

CONSTANTS: dict[str, Value] = {"true": True, "false": False, "null": None}


def constant(cursor: Cursor) -> Node:
    """Read `true`, `false` or `null`."""
    token = cursor.take()
    return Literal(start=token.start, value=CONSTANTS[token.text])


def number(cursor: Cursor) -> Literal:
    """Read a number."""
    token = cursor.take()
    value = CONTEXT.create_decimal(token.text)
    if value > NUMBER:
        cursor.refuse(f"This number is too large; numbers go up to {NUMBER:e}.", token)
    return Literal(start=token.start, value=value)


def string(cursor: Cursor) -> Node:
    """Read a text."""
    token = cursor.take()
    return Literal(start=token.start, value=token.text)


def moment(cursor: Cursor) -> Node:
    """Read `@"..."`: a date, a time, a date and time, or a duration."""
    at = cursor.take()
    if cursor.token.kind is not Kind.STRING:
        cursor.refuse('After @ comes a date, time or duration in quotes, such as @"2027-03-01".')
    token = cursor.take()
    value = read_moment(token.text)
    if value is None:
        cursor.refuse(
            f'"{shortened(token.text)}" is no date, time or duration; write them like '
            '"2027-03-01", "09:30:00", "2027-03-01T09:30:00" or "P10D".',
            token,
        )
    return Literal(start=at.start, value=value)


def subject(cursor: Cursor) -> Node:
    """Read `?`."""
    if not cursor.asks:
        cursor.refuse("`?` has a meaning in the cells of a decision table only; write a name.")
    cursor.asked = True
    return Subject(start=cursor.take().start)


def path(cursor: Cursor) -> Node:
    """Read a name and the names after its dots."""
    first = cursor.token
    names = [known_name(cursor) or name(cursor, "here").text]
    while cursor.takes("."):
        names.append(member_name(cursor))
    return Path(start=first.start, names=tuple(names))


def known_name(cursor: Cursor) -> str | None:
    """Read a name of several words that is known, if one stands here."""
    if (known := cursor.known_name()) is None:
        return None
    cursor.skip(known[1])
    return known[0]


def name(cursor: Cursor, where: str) -> Token:
    """Read a name that is no keyword.

    Raises:
        NotFeel: If something else stands there.
    """
    token = cursor.token
    if token.kind is not Kind.NAME:
        cursor.refuse(f"Expected a name {where}, but {cursor.found()}.")
    if token.text in KEYWORDS:
        cursor.refuse(f"Expected a name {where}, but `{token.text}` has a meaning of its own.")
    return cursor.take()


def member_name(cursor: Cursor) -> str:
    """Read the name after a dot; of those with several words, one that is known."""
    if (known := known_name(cursor)) is not None:
        return known
    for words in _PROPERTIES:
        if cursor.takes(*words):
            return " ".join(words)
    if cursor.token.kind is Kind.NAME:
        return cursor.take().text
    return name(cursor, "after the dot").text


def negative(cursor: Cursor) -> Node:
    """Read `-x`; a number becomes negative at once."""
    start = cursor.take().start
    if cursor.token.kind is Kind.NUMBER:
        # The sign belongs to the number (rule 37): what follows is asked of both together.
        value = cast("Decimal", number(cursor).value)
        return Literal(start=start, value=-value if value else value)
    return Negative(start=start, of=pratt.expression(cursor, pratt.NEGATIVE - 1))


def brackets(cursor: Cursor) -> Node:
    """Read `(x)`, the range `(1..5)`, or the range with one end `(< 5)`."""
    opening = cursor.take()
    if cursor.token.text in COMPARISONS and cursor.token.kind is Kind.SIGN:
        return half_range(cursor, opening)
    inner = pratt.expression(cursor)
    if cursor.sees(".."):
        return range_from(cursor, opening, inner)
    cursor.expect(")", "to close the bracket")
    return inner


def list_or_range(cursor: Cursor) -> Node:
    """Read `[a, b]` or the range `[1..5]`."""
    opening = cursor.take()
    items: list[Node] = []
    while not cursor.takes("]"):
        items.append(pratt.expression(cursor))
        if len(items) == 1 and cursor.sees(".."):
            return range_from(cursor, opening, items[0])
        if not cursor.sees("]"):
            cursor.expect(",", "or `]` in the list")
            _no_trailing_comma(cursor, "]")
    return ListOf(start=opening.start, items=tuple(items))


def open_range(cursor: Cursor) -> Node:
    """Read `]1..5]`, a range without its lower end."""
    opening = cursor.take()
    return range_from(cursor, opening, pratt.expression(cursor))


def context(cursor: Cursor) -> Node:
    """Read `{name: x, "other name": y}`."""
    opening = cursor.take()
    entries: dict[str, Node] = {}
    while not cursor.takes("}"):
        key = _key(cursor)
        if key.text in entries:
            cursor.refuse(f"`{key.text}` stands twice in this context; remove one.", key)
        cursor.expect(":", f"after `{key.text}`")
        entries[key.text] = pratt.expression(cursor)
        if not cursor.sees("}"):
            cursor.expect(",", "or `}` in the context")
            _no_trailing_comma(cursor, "}")
    return ContextOf(start=opening.start, entries=tuple(entries.items()))


def _key(cursor: Cursor) -> Token:
    if cursor.token.kind is Kind.STRING:
        cursor.names.add(cursor.token.text)
        return cursor.take()
    if cursor.token.kind is Kind.NAME and cursor.token.text not in KEYWORDS:
        return cursor.new_name(_AFTER_KEY)
    return name(cursor, "of an entry")


def _no_trailing_comma(cursor: Cursor, closing: str) -> None:
    # After a comma in a list, `]` may also begin a range without its lower end: [1, ]2..3]].
    if cursor.sees(closing) and not cursor.begins(cursor.ahead(1)):
        cursor.refuse(f"After a comma something must follow; remove the comma before `{closing}`.")
