"""Which rows of a column a value fits: looked up, not tried row by row.

The rows of a column are bits of a whole number, the first row the lowest bit. Values that stand in
its cells lead to their rows by a dictionary, ranges by a search among their ends; only cells that
say something else are tried, and only in rows that all the other columns left.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any

from pathways.dmn.constants import written_out
from pathways.feel import DaysTimeDuration, UnaryTests, Value, YearsMonthsDuration
from pathways.feel.nodes import Compared, Matched, RangeOf

#: Types that Python compares as FEEL does, all but `None` and `bool` with an order.
_ORDERED = frozenset({Decimal, str, date, YearsMonthsDuration, DaysTimeDuration})
_SIMPLE = _ORDERED | {NoneType, bool}

#: One test of a cell as an interval: low, high, and whether each end belongs to it; None is open.
_Span = tuple[Any, Any, bool, bool]


@dataclass(frozen=True, slots=True)
class _Spans:
    """The intervals of one type, cut at every end: places alternate between gaps and ends."""

    ends: Sequence[Any]
    #: One for each place: before the first end, at it, after it, ...
    rows: Sequence[int]

    def at(self, value: Any) -> int:  # noqa: ANN401 - of the type of the ends
        place = bisect_left(self.ends, value)
        met = place < len(self.ends) and self.ends[place] == value
        return self.rows[2 * place + met]


@dataclass(slots=True)
class ColumnIndex:
    """The cells of one column.

    Attributes:
        cells: One for each row.
        all_rows: A bit for each row.
        tried: The rows whose cells have to be tried, whatever the value.
    """

    cells: tuple[UnaryTests, ...]
    all_rows: int
    tried: int
    _anything: int
    _points: Mapping[type, Mapping[Value, int]]
    _spans: Mapping[type, _Spans] = field(default_factory=dict)

    def rows(self, value: Value) -> tuple[int, int]:
        """Return the rows that a value fits for certain, and those whose cells must be tried."""
        kind = type(value)
        if kind not in _SIMPLE:
            return self._anything, self.all_rows ^ self._anything
        certain = self._anything
        points = self._points.get(kind)
        if points is not None:
            certain |= points.get(value, 0)
        spans = self._spans.get(kind)
        if spans is not None:
            certain |= spans.at(value)
        return certain, self.tried


def column_index(cells: Sequence[UnaryTests]) -> ColumnIndex:
    """Return the index of a column; cells that cannot be looked up are kept to be tried."""
    anything = tried = 0
    points: dict[type, dict[Value, int]] = {}
    spans: dict[type, list[tuple[int, _Span]]] = {}
    for row, cell in enumerate(cells):
        if cell.any:
            anything |= 1 << row
            continue
        found = _looked_up(cell)
        if found is None:
            tried |= 1 << row
            continue
        for kind, span in found:
            if (span[0] is not None and span[0] == span[1]) or kind is NoneType:
                rows = points.setdefault(kind, {})
                rows[span[0]] = rows.get(span[0], 0) | 1 << row
            else:
                spans.setdefault(kind, []).append((row, span))
    cut = {kind: _cut(each) for kind, each in spans.items()}
    return ColumnIndex(tuple(cells), (1 << len(cells)) - 1, tried, anything, points, cut)


def _looked_up(cell: UnaryTests) -> list[tuple[type, _Span]] | None:
    """Return the tests of a cell as intervals; None where one of them is something else."""
    if cell.tree is None or cell.tree.negated:
        return None
    found = [_interval(test) for test in cell.tree.tests]
    return None if None in found else [each for each in found if each is not None]


def _interval(test: Compared | Matched) -> tuple[type, _Span] | None:
    if isinstance(test, Compared):
        return _compared(test)
    if test.asks:
        return None
    if isinstance(test.by, RangeOf):
        return _range(test.by)
    value = written_out(test.by)
    if value is None or type(value[0]) not in _SIMPLE:
        return None
    return type(value[0]), (value[0], value[0], True, True)


def _compared(test: Compared) -> tuple[type, _Span] | None:
    value = written_out(test.operand)
    if value is None or type(value[0]) not in _ORDERED:
        return None
    end = value[0]
    spans: dict[str, _Span] = {
        "=": (end, end, True, True),
        "<": (None, end, False, False),
        "<=": (None, end, False, True),
        ">": (end, None, False, False),
        ">=": (end, None, True, False),
    }
    span = spans.get(test.operator)
    return None if span is None else (type(end), span)


def _range(node: RangeOf) -> tuple[type, _Span] | None:
    ends = [written_out(end) if end else (None,) for end in (node.low, node.high)]
    if ends[0] is None or ends[1] is None:
        return None
    low, high = ends[0][0], ends[1][0]
    kinds = {type(end) for end in (low, high) if end is not None}
    if len(kinds) != 1 or not kinds <= _ORDERED:
        return None
    if (node.low and low is None) or (node.high and high is None):
        return None
    if low is not None and low == high and not (node.low_included and node.high_included):
        return None
    return kinds.pop(), (low, high, node.low_included, node.high_included)


def _cut(spans: Iterable[tuple[int, _Span]]) -> _Spans:
    """Return intervals cut at every end, with the rows of each piece."""
    spans = list(spans)
    ends = sorted({end for _, span in spans for end in span[:2] if end is not None})
    place = {end: 2 * at + 1 for at, end in enumerate(ends)}
    begins: dict[int, list[int]] = {}
    stops: dict[int, list[int]] = {}
    for row, (low, high, low_included, high_included) in spans:
        first = 0 if low is None else place[low] + (not low_included)
        last = 2 * len(ends) if high is None else place[high] - (not high_included)
        if first <= last:
            begins.setdefault(first, []).append(row)
            stops.setdefault(last + 1, []).append(row)
    open_spans: Counter[int] = Counter()
    rows: list[int] = []
    here = 0
    for at in range(2 * len(ends) + 1):
        here = _changed(here, open_spans, begins.get(at, ()), stops.get(at, ()))
        rows.append(here)
    return _Spans(ends, rows)


def _changed(here: int, open_spans: Counter[int], begin: Iterable[int], stop: Iterable[int]) -> int:
    for row in begin:
        open_spans[row] += 1
        here |= 1 << row
    for row in stop:
        open_spans[row] -= 1
        if not open_spans[row]:
            here &= ~(1 << row)
    return here
