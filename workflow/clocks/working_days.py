"""Working days: Monday to Friday without the bank holidays of England."""

from datetime import date, timedelta
from functools import cache

import holidays

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(on: date) -> bool:
    """Return whether offices work on a day.

    Source: Banking and Financial Dealings Act 1971, section 1 and schedule 1, with the days
    given by royal proclamation and by custom (Good Friday, Christmas Day).
    """
    return on.weekday() < _SATURDAY and on not in bank_holidays(on.year)


def next_working_day(on: date) -> date:
    """Return the first working day after a day."""
    following = on + _ONE_DAY
    while not is_working_day(following):
        following += _ONE_DAY
    return following


def add_working_days(on: date, count: int) -> date:
    """Return the working day on which a count of them is reached; the day itself is not counted.

    Args:
        on: The day of the event; need not be a working day.
        count: Working days to count; 0 returns the day itself.

    Raises:
        ValueError: If `count` is negative.
    """
    if count < 0:
        raise ValueError(f"Expected 0 working days or more, but {count} were asked for.")
    for _ in range(count):
        on = next_working_day(on)
    return on


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of England in a year, with the days given instead of weekends."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
