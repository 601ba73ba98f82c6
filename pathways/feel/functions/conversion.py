"""Functions that make a value of one type from another: `string`, `number`."""

import re

from pathways.feel.decimals import CONTEXT, bounded
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import ANYTHING, NUMBER, TEXT, form, function
from pathways.feel.values import Value
from pathways.feel.writing import written

_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_LONGEST_NUMBER = 1_000


def string(frame: Frame, value: Value) -> Value:
    """Return a value as text; null stays null."""
    return None if value is None else written(frame, value)


def number(frame: Frame, text: str, grouping: str | None = None, point: str | None = None) -> Value:
    """Return the number that a text says; null where it says none.

    `grouping` separates thousands: a space, a comma or a point; `point` the whole from its parts.
    """
    if grouping not in {None, " ", ",", "."} or point not in {None, ".", ","}:
        return None
    if len(text) > _LONGEST_NUMBER or (grouping is not None and grouping == point):
        return None
    frame.text(len(text))
    plain = text.replace(grouping, "") if grouping else text
    plain = plain.replace(point, ".") if point else plain
    return bounded(CONTEXT.create_decimal(plain)) if _NUMBER.fullmatch(plain) else None


FUNCTIONS = (
    function("string", form(string, {"from": ANYTHING})),
    function(
        "number",
        form(
            number,
            {"from": TEXT},
            {"grouping separator": TEXT.or_null, "decimal separator": TEXT.or_null},
        ),
        form(lambda _, value: value, {"from": NUMBER}),
    ),
)
