"""Functions over true and false."""

from datetime import date, time

from pathways.feel.comparison import equal
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import ANYTHING, BOOLEAN, LIST, form, function
from pathways.feel.moments import same_moment
from pathways.feel.values import Value


def negation(_: Frame, value: bool) -> Value:  # noqa: FBT001 - FEEL's own argument
    """Return the opposite."""
    return not value


def every(frame: Frame, items: tuple[Value, ...]) -> Value:
    """Return false if an item is false, else true if all are true, else null."""
    frame.charge(len(items))
    if any(item is False for item in items):
        return False
    return True if all(item is True for item in items) else None


def some(frame: Frame, items: tuple[Value, ...]) -> Value:
    """Return true if an item is true, else false if all are false, else null."""
    frame.charge(len(items))
    if any(item is True for item in items):
        return True
    return False if all(item is False for item in items) else None


def is_defined(_: Frame, value: Value) -> Value:
    """Tell whether there is such a value: it is not null."""
    return value is not None


def same(frame: Frame, left: Value, right: Value) -> Value:
    """Tell whether two values are the same: of one type and equal, moments by their clocks too."""
    if type(left) is not type(right):
        return False
    if isinstance(left, date | time) and isinstance(right, date | time):
        return same_moment(left, right)
    return equal(frame, left, right)


FUNCTIONS = (
    function("not", form(negation, {"negand": BOOLEAN})),
    function("all", form(every, {"list": LIST}, gathers=True)),
    function("any", form(some, {"list": LIST}, gathers=True)),
    function("is defined", form(is_defined, {"value": ANYTHING})),
    function("is", form(same, {"value1": ANYTHING, "value2": ANYTHING})),
)
