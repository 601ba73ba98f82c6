"""The types of FEEL by their names, for `instance of`."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.values import Range, Value

_CLASSES: Mapping[str, type] = {
    "number": Decimal,
    "string": str,
    "boolean": bool,
    "date": date,
    "time": time,
    "date and time": datetime,
    "days and time duration": DaysTimeDuration,
    "years and months duration": YearsMonthsDuration,
    "list": tuple,
    "context": dict,
    "range": Range,
}
#: Types that may say what they hold: `list<string>`.
ITEM_TYPES = frozenset({"list", "range"})
#: Every type and its words, those that begin alike longest first.
TYPES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (name, tuple(name.split()))
    for name in sorted([*_CLASSES, "Any", "Null"], key=len, reverse=True)
)


def is_instance(value: Value, type_name: str) -> bool:
    """Tell whether a value is of a type; null is of type Null only (DMN 1.5, 10.3.2.9.4)."""
    if value is None:
        return type_name == "Null"
    if type_name in {"Any", "Null"}:
        return type_name == "Any"
    if type_name == "context":
        return isinstance(value, Mapping)
    return type(value) is _CLASSES[type_name]
