"""Bind unary tests, and `in`."""

from pathways.feel.binding.constructors import made_range
from pathways.feel.binding.resolver import Resolver
from pathways.feel.comparison import SIMPLE, both, compare, equal, within
from pathways.feel.frame import Frame, Run, Test
from pathways.feel.nodes import Compared, Inside, Literal, Matched, RangeOf, Tests
from pathways.feel.values import Range, Value


def inside(resolver: Resolver, node: Inside) -> Run:
    """Bind `a in ...`."""
    of, test = resolver.bind(node.of), bound_tests(resolver, node.tests, in_a_cell=False)
    return lambda frame: test(frame, of(frame))


def bound_tests(resolver: Resolver, node: Tests, *, in_a_cell: bool) -> Test:
    """Return the test that holds when one of several does, or with `not(...)` when none does."""
    tests = tuple(_one(resolver, test, in_a_cell=in_a_cell) for test in node.tests)
    if len(tests) == 1:
        return _negated(tests[0]) if node.negated else tests[0]

    def any_of(frame: Frame, value: Value) -> bool | None:
        result: bool | None = False
        for test in tests:
            passed = test(frame, value)
            if passed:
                return True
            result = None if passed is None else result
        return result

    return _negated(any_of) if node.negated else any_of


def _negated(test: Test) -> Test:
    def none_of(frame: Frame, value: Value) -> bool | None:
        passed = test(frame, value)
        return None if passed is None else not passed

    return none_of


def _one(resolver: Resolver, node: Compared | Matched, *, in_a_cell: bool) -> Test:
    if isinstance(node, Compared):
        return _compared(resolver, node)
    if isinstance(node.by, Literal) and type(node.by.value) in SIMPLE:
        resolver.size += 1
        return _is_literal(node.by.value)
    if isinstance(node.by, RangeOf) and not node.asks:
        return _in_range(resolver, node.by)
    by = resolver.bind(node.by)
    if node.asks:
        return _holds(by)
    return _cell_matched(by) if in_a_cell else _matched(by)


def _compared(resolver: Resolver, node: Compared) -> Test:
    operator, operand = node.operator, resolver.bind(node.operand)
    if isinstance(node.operand, Literal):
        literal = node.operand.value
        return lambda frame, value: compare(frame, operator, value, literal)
    return lambda frame, value: compare(frame, operator, value, operand(frame))


def _is_literal(literal: Value) -> Test:
    kind = type(literal)

    def test(_: Frame, value: Value) -> bool | None:
        if type(value) is kind:
            return value == literal
        return False if value is None or literal is None else None

    return test


def _in_range(resolver: Resolver, node: RangeOf) -> Test:
    """Return the test of a range: two comparisons, joined by `and` (DMN 1.5, table 55)."""
    if isinstance(node.low, Literal) and isinstance(node.high, Literal):
        resolver.size += 1
        made = made_range(node, node.low.value, node.high.value)
        if made is not None:
            bounds = made
            return lambda frame, value: _one_of(frame, value, bounds)
    whole = resolver.bind(node)
    low = resolver.bind(node.low) if node.low else None
    high = resolver.bind(node.high) if node.high else None
    at_low, at_high = (">=" if node.low_included else ">"), ("<=" if node.high_included else "<")

    def test(frame: Frame, value: Value) -> bool | None:
        if isinstance(value, Range):
            return equal(frame, value, whole(frame))
        above = compare(frame, at_low, value, low(frame)) if low else True
        below = compare(frame, at_high, value, high(frame)) if high else True
        return both(above, below)

    return test


def _holds(by: Run) -> Test:
    """Return the test of a condition with `?`."""

    def test(frame: Frame, _: Value) -> bool | None:
        result = by(frame)
        return result if isinstance(result, bool) else None

    return test


def _matched(by: Run) -> Test:
    """Return the test of a value, a range, or a list of them."""
    return lambda frame, value: _one_of(frame, value, by(frame))


def _cell_matched(by: Run) -> Test:
    """Return the test of a value, a range, a list of them, or a condition without `?`.

    A condition is told from a value by the other side: beside something that is no boolean, true
    means that the test holds (DMN 1.5, 7.3.5).
    """

    def test(frame: Frame, value: Value) -> bool | None:
        expected = by(frame)
        if isinstance(expected, bool) and not isinstance(value, bool):
            return expected
        return _one_of(frame, value, expected)

    return test


def _one_of(frame: Frame, value: Value, expected: Value) -> bool | None:
    if isinstance(expected, Range) and not isinstance(value, Range):
        return within(value, expected)
    if not isinstance(expected, tuple):
        return equal(frame, value, expected)
    if isinstance(value, tuple) and equal(frame, value, expected):
        return True
    frame.charge(len(expected))
    return any(_matches_item(frame, value, item) for item in expected)


def _matches_item(frame: Frame, value: Value, item: Value) -> bool | None:
    if isinstance(item, Range) and not isinstance(value, Range):
        return within(value, item)
    return equal(frame, value, item)
