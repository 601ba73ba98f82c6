"""Which rows of a column a value fits: looked up, not tried row by row.

The rows of a column are bits of a whole number, the first row the lowest bit. Values that stand in
its cells lead to their rows by a dictionary, ranges by a search among their ends; only cells that
say something else are tried, and only in rows that all the other columns left.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Lookup:
    """Values and intervals that lead to rows."""

    points: Mapping[type, Mapping[Value, int]]
    spans: Mapping[type, _Spans]

    def rows(self, kind: type, value: Value) -> int:
        points, spans = self.points.get(kind), self.spans.get(kind)
        found = 0 if points is None else points.get(value, 0)
        return found if spans is None else found | spans.at(value)


@dataclass(frozen=True, slots=True)
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
    _named: _Lookup
    #: What cells with `not(...)` name, and which of these a type of value can pass.
    _excluded: _Lookup
    _negated: Mapping[type, int]

    def rows(self, value: Value) -> tuple[int, int]:
        """Return the rows that a value fits for certain, and those whose cells must be tried."""
        kind = type(value)
        if kind not in _SIMPLE:
            return self._anything, self.all_rows ^ self._anything
        certain = self._anything | self._named.rows(kind, value)
        negated = self._negated.get(kind, 0)
        if negated:
            certain |= negated & ~self._excluded.rows(kind, value)
        return certain, self.tried


def column_index(cells: Sequence[UnaryTests]) -> ColumnIndex:
    """Return the index of a column; cells that cannot be looked up are kept to be tried."""
    anything = tried = 0
    named: list[tuple[int, type, _Span]] = []
    excluded: list[tuple[int, type, _Span]] = []
    negated: dict[type, int] = {}
    for row, cell in enumerate(cells):
        found = _looked_up(cell)
        if cell.any:
            anything |= 1 << row
        elif found is None or cell.tree is None:
            tried |= 1 << row
        elif cell.tree.negated:
            excluded += [(row, kind, span) for kind, span in found]
            for kind in _passing(found):
                negated[kind] = negated.get(kind, 0) | 1 << row
        else:
            named += [(row, kind, span) for kind, span in found]
    return ColumnIndex(
        cells=tuple(cells),
        all_rows=(1 << len(cells)) - 1,
        tried=tried,
        _anything=anything,
        _named=_lookup(named),
        _excluded=_lookup(excluded),
        _negated=negated,
    )


def _lookup(tests: Iterable[tuple[int, type, _Span]]) -> _Lookup:
    points: dict[type, dict[Value, int]] = {}
    spans: dict[type, list[tuple[int, _Span]]] = {}
    for row, kind, span in tests:
        if _is_point(span):
            rows = points.setdefault(kind, {})
            rows[span[0]] = rows.get(span[0], 0) | 1 << row
        else:
            spans.setdefault(kind, []).append((row, span))
    return _Lookup(points, {kind: _cut(each) for kind, each in spans.items()})


def _is_point(span: _Span) -> bool:
    """Whether an interval is one value; null is one, and ends that are both open are not."""
    low, high, low_included, high_included = span
    return low_included and high_included and low == high


def _passing(found: Sequence[tuple[type, _Span]]) -> Iterable[type]:
    """Return the types that `not(...)` can let pass: that of its values; null, but for ranges."""
    kind = found[0][0]
    return (kind, NoneType) if all(_is_point(span) for _, span in found) else (kind,)


def _looked_up(cell: UnaryTests) -> list[tuple[type, _Span]] | None:
    """Return the tests of a cell as intervals; None where one of them is something else."""
    if cell.tree is None:
        return None
    found = [_interval(test) for test in cell.tree.tests]
    kinds = {each[0] for each in found if each is not None}
    if None in found or (cell.tree.negated and (len(kinds) > 1 or NoneType in kinds)):
        return None
    return [each for each in found if each is not None]


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
    if low is not None and low == high:
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
