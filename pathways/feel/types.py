"""The types of FEEL by their names: which values are of which type."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from pathways.feel.budget import Meter
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.type_names import ANY, Type
from pathways.feel.values import FunctionValue, Range, Value

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
    "function": FunctionValue,
}
#: Every type and its words, those that begin alike longest first.
TYPES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (name, tuple(name.split()))
    for name in sorted([*_CLASSES, "Any", "Null"], key=len, reverse=True)
)


def type_of(value: Value) -> str:
    """Return the name of the type of a value."""
    if value is None:
        return "Null"
    if isinstance(value, Mapping):
        return "context"
    return next((name for name, kind in _CLASSES.items() if type(value) is kind), "Any")


def is_instance(meter: Meter, value: Value, kind: Type) -> bool:
    """Tell whether a value is of a type; null is of type Null only (DMN 1.5, 10.3.2.9.2)."""
    name = kind.name
    if value is None or name == "Null":
        return value is None and name == "Null"
    if name == "Any":
        return True
    if isinstance(value, Mapping):
        return name == "context" and _has_entries(meter, value, kind)
    return type(value) is _CLASSES[name] and _holds(meter, value, kind)


def conforms(meter: Meter, value: Value, kind: Type) -> bool:
    """Tell whether a value may stand where a type is asked for; null may, everywhere."""
    if value is None:
        return True
    if isinstance(value, tuple) and kind.name == "list" and kind.of:
        meter.charge(len(value))
        return all(conforms(meter, item, kind.of[0]) for item in value)
    if isinstance(value, Mapping) and kind.name == "context":
        meter.charge(len(kind.entries))
        return all(name in value and conforms(meter, value[name], of) for name, of in kind.entries)
    return is_instance(meter, value, kind)


def _has_entries(meter: Meter, value: Mapping[str, Value], kind: Type) -> bool:
    meter.charge(len(kind.entries))
    return all(
        name in value and (value[name] is None or is_instance(meter, value[name], of))
        for name, of in kind.entries
    )


def _holds(meter: Meter, value: Value, kind: Type) -> bool:
    if isinstance(value, FunctionValue):
        return _takes(value, kind)
    if not kind.of:
        return True
    if isinstance(value, Range):
        ends = [end for end in (value.low, value.high) if end is not None]
        return all(is_instance(meter, end, kind.of[0]) for end in ends)
    held = value if isinstance(value, tuple) else ()
    meter.charge(len(held))
    return all(is_instance(meter, item, kind.of[0]) for item in held)


def _takes(function: FunctionValue, kind: Type) -> bool:
    """Tell whether a function takes what the type says; one that says no types takes Any."""
    if kind.result is None:
        return True
    if len(function.parameters) != len(kind.of):
        return False
    wanted = zip(function.types, kind.of, strict=True)
    return all(type_is(asked, said or ANY) for said, asked in wanted)


def type_is(narrow: Type, wide: Type) -> bool:
    """Tell whether every value of one type is of another (DMN 1.5, 10.3.2.9.1)."""
    if wide.name == "Any" or narrow.name == "Null":
        return True
    if narrow.name != wide.name:
        return False
    if wide.name == "context":
        entries = dict(narrow.entries)
        return all(name in entries and type_is(entries[name], of) for name, of in wide.entries)
    if wide.name == "function":
        return _function_is(narrow, wide)
    return not wide.of or (bool(narrow.of) and type_is(narrow.of[0], wide.of[0]))


def _function_is(narrow: Type, wide: Type) -> bool:
    if wide.result is None:
        return True
    return (
        narrow.result is not None
        and len(narrow.of) == len(wide.of)
        and all(type_is(asked, said) for said, asked in zip(narrow.of, wide.of, strict=True))
        and type_is(narrow.result, wide.result)
    )
