"""What an expression reads and returns, and how plain Python is read as such."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import TypeAlias, cast

from pathways.feel import budget
from pathways.feel.decimals import read_number
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.errors import Refused
from pathways.feel.type_names import Type


@dataclass(frozen=True, slots=True)
class Range:
    """Everything between two ends; an end that is None is open to that side for ever."""

    low: "Value"
    high: "Value"
    low_included: bool
    high_included: bool


@dataclass(frozen=True, slots=True, eq=False)
class FunctionValue:
    """A function that is a value: made by an expression, or a model's own, given in the scope."""

    parameters: tuple[str, ...]
    #: One for each parameter; None where it is not said.
    types: tuple[Type | None, ...]
    #: Takes the evaluation that pays and tells the time, and one argument for each parameter.
    body: Callable[[budget.Meter, tuple["Value", ...]], "Value"]
    #: How deep its body stands in itself; functions that call functions add up.
    depth: int = 1


#: Null, true and false, a number, a text, a moment, a length of time, a range, a function, a list,
#: a context.
Value: TypeAlias = (
    bool
    | Decimal
    | str
    | date
    | datetime
    | time
    | YearsMonthsDuration
    | DaysTimeDuration
    | Range
    | FunctionValue
    | tuple["Value", ...]
    | Mapping[str, "Value"]
    | None
)

#: Types whose values are taken as they are.
PLAIN = frozenset(
    {NoneType, bool, str, date, datetime, time, YearsMonthsDuration, DaysTimeDuration, Range}
    | {FunctionValue}
)
#: The mappings that are met most; looked at before the slower question whether it is a Mapping.
CONTEXTS = frozenset({dict, MappingProxyType})


def read(raw: object, meter: budget.Meter, depth: int = 0) -> Value:
    """Return the FEEL value of a plain Python value; lists and contexts are copied.

    Args:
        raw: `int`, `list`, `dict`, `timedelta`, or what `Value` names already.
        meter: Pays for each item of a list and each entry of a context.
        depth: How many lists and contexts stand around it.

    Raises:
        Refused: If a number or a list is too large, or lists stand too deep in one another.
        ValueError: If it is a float, a number that is none (`NaN`), or of another type.
    """
    kind = type(raw)
    if kind in PLAIN:
        return cast("Value", raw)
    if kind is Decimal:
        return read_number(cast("Decimal", raw))
    if depth > budget.DEPTH:
        raise Refused(f"Lists and contexts may stand {budget.DEPTH} deep in one another, not more.")
    if isinstance(raw, Mapping):
        meter.charge(len(raw))
        return {str(key): read(value, meter, depth + 1) for key, value in raw.items()}
    if isinstance(raw, (list, tuple)):
        meter.charge(len(raw))
        return tuple([read(item, meter, depth + 1) for item in raw])
    return _read_seldom(raw)


def _read_seldom(raw: object) -> Value:
    """Return the value of a type that is met seldom, such as an int or a subclass of str."""
    if isinstance(raw, int | Decimal):
        return read_number(Decimal(raw))
    if isinstance(raw, str):
        return str(raw)
    if isinstance(raw, date | time):
        return raw
    if isinstance(raw, timedelta):
        return DaysTimeDuration(Decimal(raw // timedelta(microseconds=1)).scaleb(-6))
    raise ValueError(f"{type(raw).__name__} is no value of FEEL; give numbers as Decimal or int.")
