"""What a built-in function is: its name, the arguments it takes, and how they are fitted to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType
from typing import TypeAlias

from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.values import FunctionValue, Range, Value


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """The types that an argument may have."""

    types: frozenset[type]

    @property
    def or_null(self) -> "Kind":
        """The same kind, or null."""
        return Kind(self.types | {NoneType})


def _kind(*types: type) -> Kind:
    return Kind(frozenset(types))


ANYTHING = _kind()
TEXT = _kind(str)
NUMBER = _kind(Decimal)
BOOLEAN = _kind(bool)
LIST = _kind(tuple)
CONTEXT = _kind(dict)
DAY = _kind(date, datetime)
MOMENT = _kind(str, date, datetime, time)
MEASURE = _kind(Decimal, YearsMonthsDuration, DaysTimeDuration)
DURATION = _kind(str, YearsMonthsDuration, DaysTimeDuration)
LENGTH = _kind(DaysTimeDuration)
CLOCK = _kind(time)
FUNCTION = _kind(FunctionValue)
RANGE = _kind(Range)
POINT = _kind(Decimal, str, date, datetime, time, YearsMonthsDuration, DaysTimeDuration)

#: What `fitted` returns where a value does not fit; null may fit.
MISFIT = object()


def fitted(value: Value, kind: Kind) -> object:
    """Return a value as an argument of some kind, or MISFIT.

    Where a list is asked for, a value becomes a list of itself, and where something else is
    asked for, a list of one item becomes that item (DMN 1.5, 10.3.2.9.4).
    """
    if not kind.types or type(value) in kind.types:
        return value
    if tuple in kind.types:
        return MISFIT if value is None else (value,)
    if isinstance(value, tuple) and len(value) == 1 and type(value[0]) in kind.types:
        return value[0]
    return MISFIT


#: Takes the frame, and the arguments as they fit.
Body: TypeAlias = Callable[..., Value]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One list of arguments that a function takes, and what it does with them."""

    body: Body
    #: Argument name -> kind, in order.
    needed: Mapping[str, Kind]
    #: Those that may be left out, from the last.
    optional: Mapping[str, Kind]
    #: Whether several arguments count as one list: `min(1, 2)` as `min([1, 2])`.
    gathers: bool
    #: The kind of any number of further arguments, or None where there are no more.
    more: Kind | None

    def takes(self, count: int, names: tuple[str, ...]) -> bool:
        """Tell whether it takes so many arguments by place, or those names in this order."""
        if names:
            known = (*self.needed, *self.optional)
            return len(self.needed) <= len(names) and names == known[: len(names)]
        if self.gathers or self.more:
            return count >= len(self.needed)
        return len(self.needed) <= count <= len(self.needed) + len(self.optional)

    def kinds(self, count: int) -> tuple[Kind, ...]:
        """Return the kinds of so many arguments."""
        named = (*self.needed.values(), *self.optional.values())[:count]
        return named + (self.more or ANYTHING,) * (count - len(named))


def form(
    body: Body,
    needed: Mapping[str, Kind],
    optional: Mapping[str, Kind] | None = None,
    *,
    gathers: bool = False,
    more: Kind | None = None,
) -> Form:
    """Return a form; see the fields of `Form`."""
    return Form(body, needed, optional or {}, gathers, more)


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A built-in function."""

    name: str
    forms: tuple[Form, ...]


def function(name: str, *forms: Form) -> Function:
    """Return a function of one form or several; the first whose arguments fit is taken."""
    return Function(name, forms)
