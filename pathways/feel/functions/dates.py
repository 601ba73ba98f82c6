"""Functions over dates, times and durations."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from pathways.feel import moments
from pathways.feel.decimals import whole
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration, read_duration
from pathways.feel.frame import Frame
from pathways.feel.functions.registry import (
    CLOCK,
    DAY,
    DURATION,
    LENGTH,
    MOMENT,
    NUMBER,
    TEXT,
    form,
    function,
)
from pathways.feel.moment_names import DAYS, MONTHS
from pathways.feel.values import Value


def today(frame: Frame) -> Value:
    """Return the date in London."""
    return frame.now.astimezone(moments.LONDON).date()


def now(frame: Frame) -> Value:
    """Return the moment of the evaluation."""
    return frame.now


def to_date(_: Frame, value: Value) -> Value:
    """Return the date that a text says, or the date of a date and time."""
    if isinstance(value, str):
        return moments.read_date(value)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def date_of_parts(_: Frame, year: Decimal, month: Decimal, day: Decimal) -> Value:
    """Return the date of a year, month and day."""
    parts = [whole(part) for part in (year, month, day)]
    numbers = [part for part in parts if part is not None]
    return moments.made_date(*numbers) if len(numbers) == len(parts) else None


def to_time(_: Frame, value: Value) -> Value:
    """Return the time that a text says, or the time of a date and time; a date is its midnight."""
    if isinstance(value, str):
        return moments.read_time(value)
    if isinstance(value, datetime):
        return value.timetz()
    if isinstance(value, date):
        return time(tzinfo=UTC)
    return value


def time_of_parts(
    _: Frame,
    hour: Decimal,
    minute: Decimal,
    second: Decimal,
    offset: DaysTimeDuration | None = None,
) -> Value:
    """Return the time of an hour, minute and second; `offset` says how far from UTC."""
    hours, minutes, seconds = whole(hour), whole(minute), int(second)
    if hours is None or minutes is None:
        return None
    try:
        zone = None if offset is None else moments.zone_at(moments.timedelta_of(offset))
        if offset is not None and zone is None:
            return None
        micro = int((second - seconds).scaleb(6))
        return time(hours, minutes, seconds, micro, tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def to_date_and_time(_: Frame, value: Value) -> Value:
    """Return the moment that a text says; a date is its midnight, in UTC."""
    if isinstance(value, str):
        return moments.read_date_time(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time(tzinfo=UTC))
    return value if isinstance(value, datetime) else None


def date_with_time(_: Frame, day: date, at: time) -> Value:
    """Return the moment of a day and a time."""
    return datetime.combine(day, at) if not isinstance(day, datetime) else day.combine(day, at)


def in_zone(_: Frame, moment: Value, zone: str) -> Value:
    """Return the same moment on the clock of another zone, such as `"Europe/London"`."""
    tz = moments.zone_of(zone if zone[:1] in {"+", "-", "Z"} else f"@{zone}")
    if tz is None or not isinstance(moment, datetime):
        return None
    return moment.astimezone(tz) if moment.tzinfo else moment.replace(tzinfo=tz)


def to_duration(_: Frame, value: Value) -> Value:
    """Return the duration that a text says."""
    return read_duration(value) if isinstance(value, str) else value


def months_between(_: Frame, start: date, end: date) -> Value:
    """Return the whole months from one day to another."""
    first, last = _clock(start), _clock(end)
    if (first.tzinfo is None) != (last.tzinfo is None):
        return None
    if first > last:
        return YearsMonthsDuration(-_whole_months(last, first))
    return YearsMonthsDuration(_whole_months(first, last))


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _clock(moment: date) -> datetime:
    """Return a moment by the clock of UTC, where it knows its zone; a date is its midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def _whole_months(start: datetime, end: datetime) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - ((end.day, end.time()) < (start.day, start.time()))


def day_of_week(_: Frame, day: date) -> Value:
    """Return the name of the day."""
    return DAYS[day.weekday()]


def month_of_year(_: Frame, day: date) -> Value:
    """Return the name of the month."""
    return MONTHS[day.month - 1]


def day_of_year(_: Frame, day: date) -> Value:
    """Return the number of the day, 1 to 366."""
    return Decimal((_day(day) - date(day.year, 1, 1)) // timedelta(days=1) + 1)


def week_of_year(_: Frame, day: date) -> Value:
    """Return the number of the week (ISO 8601)."""
    return Decimal(day.isocalendar().week)


_DATE = {"date": DAY}

FUNCTIONS = (
    function("today", form(today, {})),
    function("now", form(now, {})),
    function(
        "date",
        form(to_date, {"from": MOMENT}),
        form(date_of_parts, {"year": NUMBER, "month": NUMBER, "day": NUMBER}),
    ),
    function(
        "time",
        form(to_time, {"from": MOMENT}),
        form(
            time_of_parts,
            {"hour": NUMBER, "minute": NUMBER, "second": NUMBER},
            {"offset": LENGTH.or_null},
        ),
    ),
    function(
        "date and time",
        form(to_date_and_time, {"from": MOMENT}),
        form(date_with_time, {"date": DAY, "time": CLOCK}),
        form(in_zone, {"from": MOMENT, "timezone": TEXT}),
    ),
    function("duration", form(to_duration, {"from": DURATION})),
    function("years and months duration", form(months_between, {"from": DAY, "to": DAY})),
    function("day of week", form(day_of_week, _DATE)),
    function("month of year", form(month_of_year, _DATE)),
    function("day of year", form(day_of_year, _DATE)),
    function("week of year", form(week_of_year, _DATE)),
)
