"""What is wrong with tests beside what they look at: in a cell, and after `in`."""

from pathways.feel.leaning import samples
from pathways.feel.leaning.kinds import Kinds
from pathways.feel.leaning.words import mistyped
from pathways.feel.nodes import Compared, Inside, Matched, RangeOf, Tests

#: What is looked at as a whole, or by its items.
_HOLDERS = frozenset({"list", "range"})
#: What may match anything: a list by its items, a range by its ends, true by being true.
_ANYTHING = frozenset({None, "boolean", "list", "Null", "range", "function"})


def cell_problem(kinds: Kinds, node: Tests) -> str | None:
    """Say what is wrong with the tests of a cell."""
    return _tests(kinds, kinds.subject, node)


def inside_problem(kinds: Kinds, node: Inside) -> str | None:
    """Say what is wrong with the tests after `in`."""
    return _tests(kinds, kinds.of(node.of), node.tests)


def _tests(kinds: Kinds, subject: str | None, node: Tests) -> str | None:
    if subject is None or subject in _HOLDERS:
        return None
    for test in node.tests:
        problem = _test(kinds, subject, test)
        if problem is not None:
            return problem
    return None


def _test(kinds: Kinds, subject: str, test: Compared | Matched) -> str | None:
    if isinstance(test, Compared):
        return _beside(test.operator, subject, kinds.of(test.operand))
    if isinstance(test.by, RangeOf):
        return _range(kinds, test.by, subject)
    kind = kinds.of(test.by)
    return None if test.asks or kind in _ANYTHING else _beside("=", subject, kind)


def _beside(sign: str, subject: str, kind: str | None) -> str | None:
    return None if samples.comparable(sign, subject, kind) else mistyped(sign, subject, kind)


def _range(kinds: Kinds, node: RangeOf, subject: str) -> str | None:
    for end in (node.low, node.high):
        kind = None if end is None else kinds.of(end)
        if kind is not None and not samples.comparable("<=", kind, subject):
            return mistyped("<=", subject, kind)
    return None
