"""Whether a value is of the type that was asked for, and what the type makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Final

from pathways.feel import (
    DaysTimeDuration,
    Expression,
    Meter,
    Range,
    Value,
    YearsMonthsDuration,
    parse,
)
from pathways.model.item_type import ItemType

#: What stands for a value that does not fit.
MISFIT: Final = object()

_CLASSES: Mapping[str, type] = {
    "string": str,
    "boolean": bool,
    "number": Decimal,
    "date": date,
    "time": time,
    "date and time": datetime,
    "days and time duration": DaysTimeDuration,
    "years and months duration": YearsMonthsDuration,
    "range": Range,
}
#: Types whose values JSON writes as text -> what reads them.
_READERS: Mapping[str, Expression] = {
    "date": parse("date(text)"),
    "time": parse("time(text)"),
    "date and time": parse("date and time(text)"),
    "days and time duration": parse("duration(text)"),
    "years and months duration": parse("duration(text)"),
}


@dataclass(frozen=True, slots=True)
class _Fitting:
    now: datetime
    meter: Meter
    #: Whether a text may stand for a moment or a length of time.
    from_text: bool

    def fit(self, value: Value, kind: ItemType) -> object:
        if value is None:
            return None
        made = self._listed(value, kind) if kind.kind == "list" else self._single(value, kind)
        if made is MISFIT or not kind.allowed:
            return made
        tests = kind.allowed
        allowed = all(each.test(made, {}, now=self.now, meter=self.meter) for each in tests)
        return made if allowed else MISFIT

    def _listed(self, value: Value, kind: ItemType) -> object:
        """Take a list item by item; anything else is a list of itself (DMN 1.5, 10.3.2.9.4)."""
        items = value if isinstance(value, tuple) else (value,)
        self.meter.charge(len(items))
        if kind.items is None:
            return items
        made = tuple([self.fit(item, kind.items) for item in items])
        return MISFIT if MISFIT in made else made

    def _single(self, value: Value, kind: ItemType) -> object:
        if kind.kind == "Any":
            return value
        if isinstance(value, tuple):
            return self._single(value[0], kind) if len(value) == 1 else MISFIT
        if value is None:
            return None
        if kind.kind == "context":
            return self._context(value, kind)
        return self._of_class(value, kind.kind)

    def _context(self, value: Value, kind: ItemType) -> object:
        if not isinstance(value, Mapping):
            return MISFIT
        self.meter.charge(len(value))
        made: dict[str, object] = dict(value)
        for name, of in kind.components:
            made[name] = self.fit(value.get(name), of)
        return MISFIT if MISFIT in made.values() else made

    def _of_class(self, value: Value, kind: str) -> object:
        wanted = _CLASSES.get(kind)
        if self.from_text and isinstance(value, str) and kind in _READERS:
            value = _READERS[kind].evaluate({"text": value}, now=self.now, meter=self.meter)
        if type(value) is wanted:
            return value
        if kind == "date and time" and type(value) is date:
            return datetime(value.year, value.month, value.day, tzinfo=UTC)
        return MISFIT


def fitted(
    value: Value, kind: ItemType, *, now: datetime, meter: Meter, from_text: bool = False
) -> object:
    """Return a value as its type takes it, or MISFIT; null is of every type.

    A single value is taken for a list of one, a list of one for its item, and a date for its first
    moment, where the type asks for that (DMN 1.5, 10.3.2.9.4). Entries that a context leaves out
    are null.

    Args:
        value: Any value of FEEL.
        kind: What it has to be.
        now: Aware, UTC.
        meter: Pays for it.
        from_text: Whether a text may stand for a date, a time or a length of time, as in JSON.

    Raises:
        pathways.feel.Refused: If it goes beyond the budget.
    """
    return _Fitting(now, meter, from_text).fit(value, kind)
