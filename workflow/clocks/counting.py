"""When a period ends. Days, weeks, months and years are counted on the calendar of England."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from pathways.model.duration import Duration, read_duration
from pathways.model.london import LONDON, moment_of
from pathways.model.pathway import Period, PeriodUnit
from workflow.clocks.school_days import add_school_days
from workflow.clocks.working_days import add_working_days
from workflow.model.closure import Closures

_MONTHS = 12
_DAYS_A_WEEK = 5


def due_at(period: Period, since: datetime, *, times: int = 1, closures: Closures = ()) -> datetime:
    """Return when a period that began then ends.

    Args:
        period: The period.
        since: When it began; aware.
        times: How often it passes one after the other, 1 or more: the third month after
            31 January ends on 30 April, though the first ends on 28 February.
        closures: When the school or college is closed; only school days ask.

    Raises:
        ValueError: If `since` is naive, or the period is not one that can be counted.
    """
    duration = read_duration(period.duration).times(times)
    return add(since, duration, unit=period.unit, closures=closures)


def after(duration: str, since: datetime, *, times: int = 1) -> datetime:
    """Return when an ISO 8601 duration that began then ends, in calendar days.

    Raises:
        ValueError: If `since` is naive, or the text is not a duration.
    """
    return add(since, read_duration(duration).times(times))


def add(
    start: datetime,
    duration: Duration,
    *,
    unit: PeriodUnit = PeriodUnit.CALENDAR,
    closures: Closures = (),
) -> datetime:
    """Return the moment at which a duration that began then ends; aware, UTC.

    The day of the event is not counted, and the time of day in London is kept: what began at
    9 in the morning ends at 9 in the morning, whichever way the clocks have changed between. A
    time of day that the spring change skips becomes the first moment after it, one that the
    autumn change repeats is the first of the two. Months and years end on the same day of the
    month, or on the last where it has none: 31 January and a month is 28 (or 29) February.
    Hours, minutes and seconds are counted last, as time that passes.

    Args:
        start: When it began; aware.
        duration: How long it is.
        unit: What its days are. A week of working or school days is five of them.
        closures: When the school or college is closed; only school days ask.

    Raises:
        ValueError: If `start` is naive, if working or school days are asked for with other parts,
            or if the end lies beyond the calendar.

    Source: the day of the event does not count, Lester v Garland (1808) 15 Ves Jun 248; months
    end on the corresponding date, or on the last, Dodds v Walker [1981] 1 WLR 1027; the calendar
    of durations, ISO 8601-1:2019, 5.5.2.
    """
    if start.utcoffset() is None:
        raise ValueError("Expected a moment with its time zone, but it has none.")
    began = start.astimezone(LONDON)
    try:
        day = last_day(began.date(), duration, unit=unit, closures=closures)
        passing = timedelta(
            hours=duration.hours, minutes=duration.minutes, seconds=duration.seconds
        )
        return _same_time_on(day, began) + passing
    except OverflowError as error:
        raise ValueError("Expected a period that ends before the year 10000.") from error


def last_day(
    began_on: date,
    duration: Duration,
    *,
    unit: PeriodUnit = PeriodUnit.CALENDAR,
    closures: Closures = (),
) -> date:
    """Return the last day of a period, of which the day that it began on is not counted.

    Raises:
        ValueError: If working or school days are asked for with other parts.
        OverflowError: If it lies beyond the calendar.

    Source: as in `add`.
    """
    if unit.whole_days:
        if not duration.only_days:
            raise ValueError(f"Expected {unit.value} days to be counted in days, such as P10D.")
        count = duration.weeks * _DAYS_A_WEEK + duration.days
        if unit is PeriodUnit.SCHOOL:
            return add_school_days(began_on, count, closures)
        return add_working_days(began_on, count)
    months = duration.years * _MONTHS + duration.months
    return _add_months(began_on, months) + timedelta(weeks=duration.weeks, days=duration.days)


def next_day(now: datetime) -> datetime:
    """Return when the next day begins in England; aware, UTC.

    Args:
        now: Aware.
    """
    tomorrow = now.astimezone(LONDON).date() + timedelta(days=1)
    return moment_of(datetime.combine(tomorrow, time(0)))


def day_before(end: date, duration: Duration) -> date:
    """Return the day that lies a duration of calendar days before another.

    A month before 31 March is the last of February, as a month after 31 January is.

    Raises:
        ValueError: If the duration counts hours, or it lies before the calendar.
    """
    if duration.hours or duration.minutes or duration.seconds:
        raise ValueError("Expected whole days, such as P14D, but there are hours.")
    try:
        months = duration.years * _MONTHS + duration.months
        months_before = _add_months(end, -months)
        return months_before - timedelta(weeks=duration.weeks, days=duration.days)
    except OverflowError as error:
        raise ValueError("Expected a day in the calendar.") from error


def moment_of_day(day: date) -> datetime:
    """Return the first moment of a day in London; aware, UTC."""
    return moment_of(datetime.combine(day, time.min))


def _add_months(on: date, months: int) -> date:
    """Return the corresponding date, or the last of a month that is too short for it."""
    years, month = divmod(on.month - 1 + months, _MONTHS)
    year, month = on.year + years, month + 1
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month, min(on.day, monthrange(year, month)[1]))


def _same_time_on(day: date, began: datetime) -> datetime:
    """Return the moment in UTC at which London's clocks show the time of `began` on another day."""
    if day == began.date():
        return began.astimezone(UTC)
    return moment_of(datetime.combine(day, began.time().replace(tzinfo=None)))
