"""Write values for people: in letters, and in the reasons of decisions."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from pathways.feel.budget import DEPTH, Meter
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.errors import Refused
from pathways.feel.moment_names import MONTHS
from pathways.feel.moments import LONDON
from pathways.feel.values import Range, Value
from pathways.feel.writing import written

_NOON = 12


def for_people(meter: Meter, value: Value, depth: int = 0) -> str:
    """Write a value as people read it.

    Numbers as typed, dates `3 March 2027`, times of day as in London, lists with commas, yes and
    no, and nothing at all for null.

    Raises:
        Refused: If it is too long, or lists stand too deep in one another.
    """
    if depth > DEPTH:
        raise Refused("Lists and contexts stand too deep in one another to be written.")
    if isinstance(value, tuple):
        meter.charge(len(value))
        text = _joined(for_people(meter, item, depth + 1) for item in value)
    elif isinstance(value, Mapping):
        meter.charge(len(value))
        text = _joined(f"{key}: {for_people(meter, at, depth + 1)}" for key, at in value.items())
    else:
        text = _one(meter, value)
    meter.text(len(text))
    return text


def _joined(texts: Iterable[str]) -> str:
    return ", ".join([text for text in texts if text])


def _one(meter: Meter, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date | time):
        return _moment(value)
    if isinstance(value, YearsMonthsDuration | DaysTimeDuration):
        return _length(value)
    if isinstance(value, Range) and value.low is not None and value.high is not None:
        return f"{for_people(meter, value.low, 1)} to {for_people(meter, value.high, 1)}"
    return written(meter, value)


def _moment(moment: date | time) -> str:
    if isinstance(moment, datetime):
        local = moment.astimezone(LONDON) if moment.tzinfo else moment
        return f"{_moment(local.date())} at {_moment(local.time())}"
    if isinstance(moment, time):
        hour = moment.hour % _NOON or _NOON
        return f"{hour}:{moment.minute:02}{'am' if moment.hour < _NOON else 'pm'}"
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _length(length: YearsMonthsDuration | DaysTimeDuration) -> str:
    if isinstance(length, YearsMonthsDuration):
        years, months = divmod(abs(length.months), 12)
        amounts = [(str(years), "year"), (str(months), "month")]
        sign = "minus " if length.months < 0 else ""
    else:
        days, hours, minutes, seconds = length.parts()
        parts = (abs(part) for part in (days, hours, minutes, seconds))
        units = ("day", "hour", "minute", "second")
        amounts = [
            (f"{part:f}" if isinstance(part, Decimal) else str(part), unit)
            for part, unit in zip(parts, units, strict=True)
        ]
        sign = "minus " if length.seconds < 0 else ""
    said = [_counted(amount, unit) for amount, unit in amounts if Decimal(amount)]
    return sign + (" ".join(said) or f"0 {amounts[-1][1]}s")


def _counted(amount: str, unit: str) -> str:
    return f"{amount} {unit}" if amount == "1" else f"{amount} {unit}s"
