"""Cells of decision tables in words: `"home","both"` becomes “At home, or in both places”."""

from datetime import date
from decimal import Decimal

from pathways.feel import Expression, Range, UnaryTests, Value
from pathways.feel.nodes import (
    Call,
    Compared,
    Comparison,
    ListOf,
    Literal,
    Matched,
    Negative,
    Node,
    Path,
    RangeOf,
    Subject,
)
from webapp.presenters.labels import Labels, Naming, capital, one_of

ANY = "Any"
#: From so many alternatives on, each is named as shortly as possible.
_MANY = 3

_COMPARED = {
    "=": "",
    "!=": "anything but",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
}
_COMPARED_DAYS = {
    "=": "",
    "!=": "any day but",
    "<": "before",
    "<=": "on or before",
    ">": "after",
    ">=": "on or after",
}


class NotInWords(Exception):
    """A cell of no common form."""


def condition(tests: UnaryTests, column: Expression, labels: Labels) -> str:
    """Return what a cell looks for, in words; as it is written where it is of no common form.

    Args:
        tests: The cell.
        column: What the column looks at.
        labels: The words of the pathway.
    """
    if tests.any or tests.tree is None:
        return ANY
    many = len(tests.tree.tests) >= _MANY
    saying = _Saying(labels, labels.naming(column, short=many))
    if tests.tree.negated:
        return _negated(saying, tests)
    try:
        said = one_of([saying.test(one) for one in tests.tree.tests])
    except NotInWords:
        return tests.text
    return capital(said)


def conclusion(cell: Expression, labels: Labels) -> str:
    """Return what a cell answers, in words; as it is written where it is of no common form."""
    try:
        return capital(_Saying(labels, labels.naming(cell)).operand(cell.tree))
    except NotInWords:
        return cell.text


def _negated(saying: "_Saying", tests: UnaryTests) -> str:
    """Say that a cell takes everything but something; in quotes, because labels may say “not”."""
    every = tests.tree.tests if tests.tree is not None else ()
    try:
        return f"Anything but {one_of([f'“{capital(saying.test(one))}”' for one in every])}"
    except NotInWords:
        return tests.text


def said(value: Value, naming: Naming) -> str:
    """Return a value that was looked at or answered, in words."""
    if isinstance(value, tuple):
        return one_of([said(one, naming) for one in value], "and") if value else "nothing"
    if isinstance(value, Range):
        return _range(value, naming)
    return "not answered" if value is None else naming(value)


class _Saying:
    """Says the pieces of a cell."""

    def __init__(self, labels: Labels, naming: Naming) -> None:
        self._labels = labels
        self._naming = naming

    def test(self, test: Compared | Matched) -> str:
        """Say one test of a cell."""
        if isinstance(test, Compared):
            return self._compared(test.operator, test.operand)
        match test.by:
            case Comparison(operator=operator, left=Subject(), right=right):
                return self._compared(operator, right)
        if test.asks:
            raise NotInWords
        return self.operand(test.by)

    def operand(self, node: Node) -> str:
        """Say a value that stands in a cell."""
        match node:
            case ListOf(items=items) if items:
                return one_of([self.operand(one) for one in items])
            case Path(names=names):
                return self._labels.calling(names)
            case RangeOf(low=low, high=high) if low is not None and high is not None:
                ends = (_value(low), _value(high))
                return _range(Range(*ends, node.low_included, node.high_included), self._naming)
        return said(_value(node), self._naming)

    def _compared(self, operator: str, operand: Node) -> str:
        words = (_COMPARED_DAYS if _is_day(operand) else _COMPARED)[operator]
        return f"{words} {self.operand(operand)}".strip()


def _is_day(node: Node) -> bool:
    """Whether a day stands there; answers and facts that are days have names that end so."""
    if isinstance(node, Path):
        return node.names[-1].endswith("_on")
    return isinstance(_value(node), date)


def _value(node: Node) -> Value:
    """Return the value that is written out in a cell."""
    match node:
        case Literal(value=value):
            return value
        case Negative(of=Literal(value=Decimal() as value)):
            return -value
        case Call(function="date", arguments=(Literal(value=str() as text),)):
            return _day(text)
    raise NotInWords


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotInWords from error


def _range(bounds: Range, naming: Naming) -> str:
    low, high = said(bounds.low, naming), said(bounds.high, naming)
    words = _COMPARED_DAYS if isinstance(bounds.low or bounds.high, date) else _COMPARED
    above = f"{words['>=' if bounds.low_included else '>']} {low}"
    below = f"{words['<=' if bounds.high_included else '<']} {high}"
    if bounds.high is None:
        return above
    if bounds.low is None:
        return below
    both = bounds.low_included and bounds.high_included
    return f"from {low} to {high}" if both else f"{above} and {below}"
