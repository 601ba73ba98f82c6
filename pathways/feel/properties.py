"""What stands behind a dot: entries of contexts, and parts of dates, durations and ranges."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from pathways.feel.budget import Meter
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.moments import exact_seconds, offset_of, zone_text
from pathways.feel.values import Range, Value


def member(meter: Meter, value: Value, name: str) -> Value:
    """Return an entry of a context, or a list of it for each item; null where there is none."""
    if isinstance(value, Mapping):
        return value.get(name)
    if isinstance(value, tuple):
        meter.charge(len(value))
        return tuple([member(meter, item, name) for item in value])
    return _property(value, name)


def _property(value: Value, name: str) -> Value:
    """Return a part of a value (DMN 1.5, 10.3.2.15, table 65); null where it has none such."""
    for kind, properties in _PROPERTIES:
        if isinstance(value, kind) and name in properties:
            return properties[name](value)
    return None


def _offset(at: time | datetime) -> Value:
    offset = offset_of(at)
    return None if offset is None else DaysTimeDuration(exact_seconds(offset))


def _signed(sign: int, amount: int) -> int:
    return -amount if sign < 0 else amount


_DATE: Mapping[str, Callable[[date], Value]] = {
    "year": lambda on: Decimal(on.year),
    "month": lambda on: Decimal(on.month),
    "day": lambda on: Decimal(on.day),
    "weekday": lambda on: Decimal(on.isoweekday()),
}
_CLOCK: Mapping[str, Callable[[time | datetime], Value]] = {
    "hour": lambda at: Decimal(at.hour),
    "minute": lambda at: Decimal(at.minute),
    "second": lambda at: Decimal(at.second),
    "time offset": _offset,
    "timezone": lambda at: zone_text(at.tzinfo, at.utcoffset()).removeprefix("@") or None,
}
_YEARS_MONTHS: Mapping[str, Callable[[YearsMonthsDuration], Value]] = {
    "years": lambda length: Decimal(_signed(length.months, abs(length.months) // 12)),
    "months": lambda length: Decimal(_signed(length.months, abs(length.months) % 12)),
}
_DAYS_TIME: Mapping[str, Callable[[DaysTimeDuration], Value]] = {
    "days": lambda length: Decimal(length.parts()[0]),
    "hours": lambda length: Decimal(length.parts()[1]),
    "minutes": lambda length: Decimal(length.parts()[2]),
    "seconds": lambda length: length.parts()[3],
}
_RANGE: Mapping[str, Callable[[Range], Value]] = {
    "start": lambda bounds: bounds.low,
    "end": lambda bounds: bounds.high,
    "start included": lambda bounds: bounds.low_included,
    "end included": lambda bounds: bounds.high_included,
}
_PROPERTIES: tuple[tuple[type, Mapping[str, Callable[..., Value]]], ...] = (
    (date, _DATE),
    (datetime, _CLOCK),
    (time, _CLOCK),
    (YearsMonthsDuration, _YEARS_MONTHS),
    (DaysTimeDuration, _DAYS_TIME),
    (Range, _RANGE),
)
