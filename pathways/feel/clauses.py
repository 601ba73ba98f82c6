"""Read what begins with a word: `if`, `for`, `some`, `every`."""

from pathways.feel import pratt
from pathways.feel.cursor import KEYWORDS, Cursor
from pathways.feel.lexer import Kind
from pathways.feel.nodes import For, If, Node, Quantified, Turns
from pathways.feel.primaries import name


def if_then_else(cursor: Cursor) -> Node:
    """Read `if a then b else c`."""
    start = cursor.take().start
    condition = pratt.expression(cursor)
    cursor.expect("then", "after the condition of `if`")
    then = pratt.expression(cursor)
    cursor.expect("else", "after `then ...`; every `if` says what else")
    return If(start=start, condition=condition, then=then, otherwise=pratt.expression(cursor))


def for_return(cursor: Cursor) -> Node:
    """Read `for x in xs, y in 1..3 return ...`."""
    start = cursor.take().start
    turns = _all_turns(cursor)
    cursor.expect("return", "after what `for` goes through")
    return For(start=start, turns=turns, body=pratt.expression(cursor))


def quantified(cursor: Cursor) -> Node:
    """Read `some x in xs satisfies ...` or `every ...`."""
    word = cursor.take()
    turns = _all_turns(cursor)
    cursor.expect("satisfies", f"after what `{word.text}` goes through")
    return Quantified(
        start=word.start, quantifier=word.text, turns=turns, condition=pratt.expression(cursor)
    )


def _all_turns(cursor: Cursor) -> tuple[Turns, ...]:
    turns = [_turns(cursor)]
    while cursor.takes(","):
        turns.append(_turns(cursor))
    return tuple(turns)


def _turns(cursor: Cursor) -> Turns:
    if cursor.token.kind is Kind.NAME and cursor.token.text not in KEYWORDS:
        variable = cursor.new_name(KEYWORDS)
    else:
        variable = name(cursor, "to call each item by")
    cursor.expect("in", f"after `{variable.text}`")
    over = pratt.expression(cursor)
    to = pratt.expression(cursor) if cursor.takes("..") else None
    return Turns(start=variable.start, name=variable.text, over=over, to=to)
