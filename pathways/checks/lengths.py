"""How long periods are, in days, to compare one with another."""

from collections.abc import Mapping

from pathways.model.duration import Duration, read_duration
from pathways.model.pathway import Period, PeriodUnit

_YEAR = 365.25
_MONTH = _YEAR / 12
#: Calendar days in a day of each kind. Schools meet on 190 days a year: Education (School Day and
#: School Year) (England) Regulations 1999 (SI 1999/3181), regulation 3. Holidays are not counted.
_IN_CALENDAR_DAYS = {
    PeriodUnit.CALENDAR: 1.0,
    PeriodUnit.WORKING: 7 / 5,
    PeriodUnit.SCHOOL: _YEAR / 190,
}
#: Days; a little more, so that 13 weeks and 92 days are three months.
THREE_MONTHS = 92.0


def days_in(duration: str, unit: PeriodUnit) -> float:
    """Return about how many calendar days an ISO 8601 duration takes.

    Raises:
        ValueError: If it is not one.
    """
    return _days(read_duration(duration)) * _IN_CALENDAR_DAYS[unit]


def days_of(text: str, periods: Mapping[str, Period]) -> float | None:
    """Return the days of a timer's text: a period's code, a duration, or a cycle (one turn).

    None where it is none of them.
    """
    if text in periods:
        return days_in(periods[text].duration, periods[text].unit)
    try:
        return _days(read_duration(text.rpartition("/")[2]))
    except ValueError:
        return None


def _days(length: Duration) -> float:
    days = length.years * _YEAR + length.months * _MONTH + length.weeks * 7 + length.days
    return days + (length.hours + length.minutes / 60 + length.seconds / 3600) / 24
