"""When a period ends. Days, weeks, months and years are counted on the calendar of England."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pathways.model.duration import Duration, read_duration
from pathways.model.pathway import Period, PeriodUnit
from workflow.clocks.working_days import add_working_days

LONDON = ZoneInfo("Europe/London")

_MONTHS = 12
_WORKING_DAYS_A_WEEK = 5


def due_at(period: Period, since: datetime) -> datetime:
    """Return when a period that began then ends.

    Raises:
        ValueError: If `since` is naive, or the period is not one that can be counted.
    """
    return add(since, read_duration(period.duration), unit=period.unit)


def after(duration: str, since: datetime) -> datetime:
    """Return when an ISO 8601 duration that began then ends, in calendar days.

    Raises:
        ValueError: If `since` is naive, or the text is not a duration.
    """
    return add(since, read_duration(duration))


def add(start: datetime, duration: Duration, *, unit: PeriodUnit = PeriodUnit.CALENDAR) -> datetime:
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
        unit: What its days are. A week of working days is five of them.

    Raises:
        ValueError: If `start` is naive, if working days are asked for with other parts, or if
            the end lies beyond the calendar.

    Source: the day of the event does not count, Lester v Garland (1808) 15 Ves Jun 248; months
    end on the corresponding date, or on the last, Dodds v Walker [1981] 1 WLR 1027.
    """
    if start.utcoffset() is None:
        raise ValueError("Expected a moment with its time zone, but it has none.")
    began = start.astimezone(LONDON)
    try:
        day = _last_day(began.date(), duration, unit)
        passing = timedelta(
            hours=duration.hours, minutes=duration.minutes, seconds=duration.seconds
        )
        return _same_time_on(day, began) + passing
    except OverflowError as error:
        raise ValueError("Expected a period that ends before the year 10000.") from error


def _last_day(began_on: date, duration: Duration, unit: PeriodUnit) -> date:
    if unit is PeriodUnit.WORKING:
        if not duration.only_days:
            raise ValueError("Expected working days to be counted in days, such as P10D.")
        count = duration.weeks * _WORKING_DAYS_A_WEEK + duration.days
        return add_working_days(began_on, count)
    months = duration.years * _MONTHS + duration.months
    return _add_months(began_on, months) + timedelta(weeks=duration.weeks, days=duration.days)


def _add_months(on: date, months: int) -> date:
    """Return the corresponding date, or the last of a month that is too short for it."""
    years, month = divmod(on.month - 1 + months, _MONTHS)
    year, month = on.year + years, month + 1
    if year > date.max.year:
        raise OverflowError
    return date(year, month, min(on.day, monthrange(year, month)[1]))


def _same_time_on(day: date, began: datetime) -> datetime:
    """Return the moment in UTC at which London's clocks show the time of `began` on another day."""
    if day == began.date():
        return began.astimezone(UTC)
    local = datetime.combine(day, began.time(), tzinfo=LONDON)
    moment = local.astimezone(UTC)
    if moment.astimezone(LONDON).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    return _end_of_skipped_hour(local)


def _end_of_skipped_hour(local: datetime) -> datetime:
    """Return the moment of the spring change, after which clocks show times again."""
    # An hour is skipped at 01:00 UTC: European Union rule, kept by the Summer Time Order 2002.
    return local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
