"""Read unary tests: what stands in a cell, and after `in`."""

from pathways.feel import pratt
from pathways.feel.cursor import Cursor
from pathways.feel.errors import NotFeel
from pathways.feel.lexer import Kind
from pathways.feel.nodes import Compared, Matched, Tests
from pathways.feel.ranges_grammar import COMPARISONS, range_from


def one_test(cursor: Cursor, tighter_than: int = pratt.LOOSEST) -> Compared | Matched:
    """Read one test: `< 5`, a value, a range, a list, or a condition with `?`."""
    start = cursor.token.start
    if cursor.token.kind is Kind.SIGN and cursor.token.text in COMPARISONS:
        operator = cursor.take().text
        return Compared(
            start=start, operator=operator, operand=pratt.expression(cursor, pratt.COMPARED)
        )
    before, cursor.asked = cursor.asked, False
    by = pratt.expression(cursor, tighter_than)
    asks, cursor.asked = cursor.asked, before or cursor.asked
    return Matched(start=start, by=by, asks=asks)


def several_tests(cursor: Cursor) -> tuple[Compared | Matched, ...]:
    """Read tests with commas between them."""
    return _and_more(cursor, one_test(cursor))


def _and_more(cursor: Cursor, first: Compared | Matched) -> tuple[Compared | Matched, ...]:
    tests = [first]
    _no_second_half(cursor)
    while cursor.takes(","):
        tests.append(one_test(cursor))
        _no_second_half(cursor)
    return tuple(tests)


def _no_second_half(cursor: Cursor) -> None:
    """Refuse `> 3 and < 9`, which is no FEEL but looks as if it were."""
    if cursor.sees("and") or cursor.sees("or"):
        cursor.refuse(
            f"`{cursor.token.text}` cannot follow such a test; write `? > 3 and ? < 9`, "
            "or a range such as [3..9]."
        )


def tests_after_in(cursor: Cursor) -> Tests:
    """Read what follows `in`: one test, or several in brackets."""
    start = cursor.token.start
    if not cursor.sees("("):
        return Tests(start=start, tests=(one_test(cursor, pratt.COMPARED),))
    opening = cursor.take()
    first = one_test(cursor)
    if isinstance(first, Matched) and cursor.sees(".."):
        bounds = range_from(cursor, opening, first.by)
        return Tests(start=start, tests=(Matched(start=start, by=bounds, asks=first.asks),))
    tests = _and_more(cursor, first)
    cursor.expect(")", "to close the tests")
    return Tests(start=start, tests=tests)


def cell(cursor: Cursor) -> Tests:
    """Read a whole cell: tests, or `not(...)` around them."""
    if cursor.sees("not", "("):
        return _negated(cursor)
    return _plain(cursor)


def _plain(cursor: Cursor) -> Tests:
    start = cursor.token.start
    tests = several_tests(cursor)
    cursor.expect_end()
    return Tests(start=start, tests=tests)


def _negated(cursor: Cursor) -> Tests:
    """Read `not(...)` around tests; where it does not end there, it was the function `not`."""
    place, start = cursor.place, cursor.token.start
    cursor.skip(2)
    if cursor.sees(")"):
        cursor.mismatch("Expected what the value may not be, but found `)`.")
    try:
        tests = several_tests(cursor)
        cursor.expect(")", "to close not(...)")
    except NotFeel as refused:
        return _otherwise(cursor, place, refused)
    if cursor.token.kind is Kind.END:
        return Tests(start=start, tests=tests, negated=True)
    cursor.place = place
    return _plain(cursor)


def _otherwise(cursor: Cursor, place: tuple[int, int], refused: NotFeel) -> Tests:
    """Read the cell without negation, or complain about what was wrong with it."""
    cursor.place = place
    try:
        return _plain(cursor)
    except NotFeel:
        raise refused from None
