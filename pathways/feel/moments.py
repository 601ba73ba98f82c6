"""Dates, times, and dates with times: read from text, written as text, moved and compared."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration, read_duration

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?|@[A-Za-z0-9_+/-]{1,64})?"
)
_CLOCK_FIRST = re.compile(r"[0-9]+:")
_MICROSECONDS = 6
_SECONDS_PER_DAY = 86_400
_LONGEST_OFFSET = timedelta(hours=18)
#: Where cases are held: what "today" means, and the clock that people there read.
LONDON = ZoneInfo("Europe/London")
#: When a time of day in a named zone is taken to be: in its winter, half way round in the south.
_WINTER = datetime(2000, 1, 1)  # noqa: DTZ001 - asked of a zone as its own clock
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the zero of moments without a zone


def read_date(text: str) -> date | None:
    """Return the date that `"2027-03-01"` says, or None."""
    found = _DATE.fullmatch(text)
    return made_date(*(int(part) for part in found.groups())) if found else None


def made_date(year: int, month: int, day: int) -> date | None:
    """Return the date of a year, month and day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def read_time(text: str) -> time | None:
    """Return the time that `"09:30:00"`, `"09:30:00.5+01:00"` or `"...@Europe/London"` says."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, second, fraction, zone = found.groups()
    tz = zone_of(zone) if zone else None
    if zone and tz is None:
        return None
    micro = int((fraction or "0")[:_MICROSECONDS].ljust(_MICROSECONDS, "0"))
    try:
        return time(int(hour), int(minute), int(second), micro, tzinfo=tz)
    except ValueError:
        return None


def read_date_time(text: str) -> datetime | None:
    """Return the moment that `"2027-03-01T09:30:00Z"` says; a date alone is its midnight."""
    day, separator, clock = text.partition("T")
    on = read_date(day)
    at = read_time(clock) if separator else time()
    return datetime.combine(on, at) if on is not None and at is not None else None


Moment = date | datetime | time | YearsMonthsDuration | DaysTimeDuration


def read_moment(text: str) -> Moment | None:
    """Return what the literal `@"..."` says, or None."""
    if "P" in text[:2]:
        return read_duration(text)
    if _CLOCK_FIRST.match(text):
        return read_time(text)
    return read_date_time(text) if "T" in text else read_date(text)


@lru_cache(maxsize=256)
def zone_of(text: str) -> tzinfo | None:
    """Return the zone of `"Z"`, `"+01:00"` or `"@Europe/London"`, or None where there is none."""
    if text == "Z":
        return UTC
    if text.startswith("@"):
        return _named_zone(text[1:])
    sign = -1 if text[0] == "-" else 1
    hours, minutes, seconds = ([int(part) for part in text[1:].split(":")] + [0])[:3]
    return zone_at(sign * timedelta(hours=hours, minutes=minutes, seconds=seconds))


def zone_at(offset: timedelta) -> tzinfo | None:
    """Return the zone so far from UTC, or None where that is too far."""
    if abs(offset) > _LONGEST_OFFSET:
        return None
    return timezone(offset) if offset else UTC


def _named_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_text(tz: tzinfo | None, offset: timedelta | None) -> str:
    """Write a zone as in `read_time`; empty where there is none."""
    if isinstance(tz, ZoneInfo):
        return f"@{tz.key}"
    if offset is None:
        return ""
    if not offset:
        return "Z"
    seconds = int(abs(offset).total_seconds())
    text = f"{'-' if offset < timedelta() else '+'}{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return text + (f":{seconds % 60:02}" if seconds % 60 else "")


def written(moment: date | time) -> str:
    """Write a date, a time or both, as `read_moment` reads them."""
    if isinstance(moment, datetime):
        return f"{moment.date().isoformat()}T{written(moment.timetz())}"
    if isinstance(moment, time):
        clock = moment.replace(tzinfo=None).isoformat()
        clock = clock.rstrip("0") if "." in clock else clock
        return clock + zone_text(moment.tzinfo, moment.utcoffset())
    return moment.isoformat()


def seconds_of(moment: datetime | time) -> tuple[bool, Decimal]:
    """Return whether a moment knows its zone, and its seconds: from 1970, or from midnight.

    Comparing these is comparing moments (DMN 1.5, 10.3.2.3.4 and 10.3.2.3.5); Python itself would
    compare the clocks on the wall where both moments are in one zone.
    """
    offset = offset_of(moment) or timedelta()
    if isinstance(moment, time):
        clock = timedelta(
            hours=moment.hour, minutes=moment.minute, seconds=moment.second
        ) + timedelta(microseconds=moment.microsecond)
        return moment.tzinfo is not None, exact_seconds(clock - offset)
    return moment.tzinfo is not None, exact_seconds(moment.replace(tzinfo=None) - _EPOCH - offset)


def offset_of(moment: datetime | time) -> timedelta | None:
    """Return how far a moment is from UTC; of a time in a named zone, what its winter says."""
    offset = moment.utcoffset()
    if offset is None and moment.tzinfo is not None:
        return moment.tzinfo.utcoffset(_WINTER)
    return offset


def exact_seconds(length: timedelta) -> Decimal:
    """Return a length of time in seconds."""
    return Decimal(length // timedelta(microseconds=1)).scaleb(-_MICROSECONDS)


def timedelta_of(length: DaysTimeDuration) -> timedelta:
    """Return a duration for Python's own arithmetic; parts of microseconds are cut off.

    Raises:
        OverflowError: If it is too long for Python.
    """
    return timedelta(microseconds=int(length.seconds.scaleb(_MICROSECONDS)))


def shifted(
    moment: date | time, length: YearsMonthsDuration | DaysTimeDuration
) -> date | time | None:
    """Return a moment so much later, or None where there is none (such as after year 9999)."""
    try:
        if isinstance(length, YearsMonthsDuration):
            return _months_later(moment, length.months)
        return _later(moment, timedelta_of(length))
    except OverflowError:
        return None


def _months_later(moment: date | time, months: int) -> date | None:
    """Keep the day, or take the month's last: 31 January plus a month is 28 or 29 February."""
    if isinstance(moment, time):
        return None
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def _later(moment: date | time, length: timedelta) -> date | time:
    if isinstance(moment, time):
        day = datetime.combine(date(2000, 1, 1), moment.replace(tzinfo=None))
        seconds = timedelta(seconds=length.seconds, microseconds=length.microseconds)
        return (day + seconds).time().replace(tzinfo=moment.tzinfo)
    if not isinstance(moment, datetime):
        midnight = datetime.combine(moment, time()) + length
        return midnight.date()
    if moment.tzinfo is None:
        return moment + length
    return (moment.astimezone(UTC) + length).astimezone(moment.tzinfo)


def same_moment(left: date | time, right: date | time) -> bool:
    """Tell whether two moments of one type show the same clock in the same zone."""
    if not isinstance(left, datetime | time) or not isinstance(right, datetime | time):
        return left == right
    one, other = left.replace(tzinfo=None), right.replace(tzinfo=None)
    return one == other and _zone(left) == _zone(right)


def _zone(moment: datetime | time) -> str:
    return zone_text(moment.tzinfo, moment.utcoffset())


def difference(left: date | time, right: date | time) -> DaysTimeDuration | None:
    """Return how much later the first moment is; None where that cannot be told."""
    if isinstance(left, time) != isinstance(right, time):
        return None
    first, second = _midnight(left, right), _midnight(right, left)
    (knows, seconds), (other_knows, other_seconds) = seconds_of(first), seconds_of(second)
    return DaysTimeDuration(seconds - other_seconds) if knows == other_knows else None


def _midnight(moment: date | time, other: date | time) -> datetime | time:
    """Return the midnight of a date, in UTC where the other moment knows its zone."""
    if isinstance(moment, datetime | time):
        return moment
    knows = isinstance(other, datetime) and other.tzinfo is not None
    return datetime.combine(moment, time(tzinfo=UTC if knows else None))
