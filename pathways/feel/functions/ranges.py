"""Functions that tell how ranges and points lie to one another (DMN 1.5, 10.3.4.9, table 78)."""

import re
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from pathways.feel.comparison import equal, less
from pathways.feel.decimals import CONTEXT, bounded
from pathways.feel.durations import read_duration
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import (
    POINT,
    RANGE,
    TEXT,
    Form,
    Function,
    form,
    function,
)
from pathways.feel.moments import read_date, read_date_time, read_moment, read_time
from pathways.feel.values import Range, Value


class _Apart(Exception):
    """Two ends of types that have no order."""


#: Tells something about two ranges; a point is the range from itself to itself.
_Test: TypeAlias = Callable[[Frame, Range, Range], bool]


def _order(frame: Frame, one: Value, other: Value) -> int:
    """Return -1, 0 or 1: how two known ends lie.

    Raises:
        _Apart: If they are not of one type that has an order.
    """
    is_less = less(one, other)
    if is_less is None:
        raise _Apart
    return -1 if is_less else 0 if equal(frame, one, other) else 1


def _lows(frame: Frame, one: Range, other: Range) -> int:
    """Return how the lower ends lie, an open one below all; 0 says nothing of being included."""
    if one.low is None or other.low is None:
        return (one.low is not None) - (other.low is not None)
    return _order(frame, one.low, other.low)


def _highs(frame: Frame, one: Range, other: Range) -> int:
    """Return how the upper ends lie, an open one above all."""
    if one.high is None or other.high is None:
        return (one.high is None) - (other.high is None)
    return _order(frame, one.high, other.high)


def _high_to_low(frame: Frame, one: Range, other: Range) -> int:
    """Return how the upper end of one lies to the lower end of another."""
    if one.high is None or other.low is None:
        return 1
    return _order(frame, one.high, other.low)


def before(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether all of one lies below all of another."""
    order = _high_to_low(frame, one, other)
    return order < 0 or (order == 0 and not (one.high_included and other.low_included))


def meets(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether one ends where another begins, both included."""
    order = _high_to_low(frame, one, other)
    return order == 0 and one.high_included and other.low_included


def overlaps(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether two have something in common."""
    return not before(frame, one, other) and not before(frame, other, one)


def _begins_earlier(frame: Frame, one: Range, other: Range) -> bool:
    order = _lows(frame, one, other)
    return order < 0 or (order == 0 and one.low_included and not other.low_included)


def _ends_later(frame: Frame, one: Range, other: Range) -> bool:
    order = _highs(frame, one, other)
    return order > 0 or (order == 0 and one.high_included and not other.high_included)


def overlaps_before(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether one begins earlier, reaches into another, and does not go beyond it."""
    return (
        _begins_earlier(frame, one, other)
        and not before(frame, one, other)
        and not _ends_later(frame, one, other)
    )


def overlaps_after(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether another overlaps one from before."""
    return overlaps_before(frame, other, one)


def includes(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether all of another lies in one."""
    return not _begins_earlier(frame, other, one) and not _ends_later(frame, other, one)


def _same_low(frame: Frame, one: Range, other: Range) -> bool:
    return _lows(frame, one, other) == 0 and one.low_included is other.low_included


def _same_high(frame: Frame, one: Range, other: Range) -> bool:
    return _highs(frame, one, other) == 0 and one.high_included is other.high_included


def starts(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether one begins with another and does not go beyond it."""
    return _same_low(frame, one, other) and not _ends_later(frame, one, other)


def finishes(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether one ends with another and does not begin before it."""
    return _same_high(frame, one, other) and not _begins_earlier(frame, one, other)


def coincides(frame: Frame, one: Range, other: Range) -> bool:
    """Tell whether two are the same."""
    return _same_low(frame, one, other) and _same_high(frame, one, other)


def _turned(test: _Test) -> _Test:
    return lambda frame, one, other: test(frame, other, one)


def _asked(test: _Test, frame: Frame, one: Value, other: Value) -> Value:
    try:
        return test(frame, _as_range(one), _as_range(other))
    except _Apart:
        return None


def _as_range(value: Value) -> Range:
    if isinstance(value, Range):
        return value
    return Range(value, value, low_included=True, high_included=True)


def _forms(test: _Test, *shapes: str) -> tuple[Form, ...]:
    """Return the forms of a function by their shapes: `pr` takes a point and a range."""
    body = partial(_asked, test)
    kinds = {
        "pp": {"point1": POINT, "point2": POINT},
        "pr": {"point": POINT, "range": RANGE},
        "rp": {"range": RANGE, "point": POINT},
        "rr": {"range1": RANGE, "range2": RANGE},
    }
    return tuple(form(body, kinds[shape]) for shape in shapes)


def _relation(name: str, test: _Test, *shapes: str) -> Function:
    return function(name, *_forms(test, *shapes))


_ENDS = re.compile(r"\s*([\[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])\[])\s*", re.DOTALL)
_NUMBER = re.compile(r"-?(?:[0-9]{1,40}(?:\.[0-9]{1,40})?|\.[0-9]{1,40})")
_TEXT = re.compile(r'"([^"\\]*)"')
_MOMENT = re.compile(r'@\s*"([^"\\]*)"|([a-z ]+)\(\s*"([^"\\]*)"\s*\)')
_READERS: dict[str, Callable[[str], Value]] = {
    "date": read_date,
    "time": read_time,
    "date and time": read_date_time,
    "duration": read_duration,
}


def to_range(frame: Frame, text: str) -> Value:
    """Return the range that a text says, such as `"[1..5)"`; its ends are written out."""
    frame.text(len(text))
    found = _ENDS.fullmatch(text)
    if found is None:
        return None
    opening, low_said, high_said, closing = found.groups()
    low, high = _end(low_said), _end(high_said)
    if (low_said and low is None) or (high_said and high is None) or low is high is None:
        return None
    if low is not None and high is not None and (less(low, high) is None or less(high, low)):
        return None
    if (low is None and opening == "[") or (high is None and closing == "]"):
        return None
    return Range(low, high, opening == "[", closing == "]")


def _end(said: str) -> Value:
    if _NUMBER.fullmatch(said):
        return bounded(CONTEXT.create_decimal(said))
    if (text := _TEXT.fullmatch(said)) is not None:
        return text[1]
    if (moment := _MOMENT.fullmatch(said)) is None:
        return None
    if moment[2] is None:
        return read_moment(moment[1])
    reader = _READERS.get(moment[2].strip())
    return None if reader is None else reader(moment[3])


FUNCTIONS = (
    _relation("before", before, "pp", "pr", "rp", "rr"),
    _relation("after", _turned(before), "pp", "pr", "rp", "rr"),
    _relation("meets", meets, "rr"),
    _relation("met by", _turned(meets), "rr"),
    _relation("overlaps", overlaps, "rr"),
    _relation("overlaps before", overlaps_before, "rr"),
    _relation("overlaps after", overlaps_after, "rr"),
    _relation("finishes", finishes, "pr", "rr"),
    _relation("finished by", _turned(finishes), "rp", "rr"),
    _relation("includes", includes, "rp", "rr"),
    _relation("during", _turned(includes), "pr", "rr"),
    _relation("starts", starts, "pr", "rr"),
    _relation("started by", _turned(starts), "rp", "rr"),
    _relation("coincides", coincides, "pp", "rr"),
    function("range", form(to_range, {"from": TEXT})),
)
