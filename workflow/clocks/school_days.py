"""School days: working days on which the school or college is not closed."""

from datetime import date, timedelta

from workflow.clocks.working_days import is_working_day
from workflow.model.closure import Closures, closed_on

_ONE_DAY = timedelta(days=1)


def is_school_day(on: date, closures: Closures) -> bool:
    """Return whether a school or college meets on a day.

    Source: Education Act 1996, section 579(1): a day on which at that school there is a school
    session. Sessions are not known here: every working day outside the closures is taken for one.
    """
    return is_working_day(on) and not closed_on(on, closures)


def add_school_days(on: date, count: int, closures: Closures) -> date:
    """Return the school day on which a count of them is reached; the day itself is not counted.

    Args:
        on: The day of the event; need not be a school day.
        count: School days to count; 0 returns the day itself.
        closures: When the school or college is closed.

    Raises:
        ValueError: If `count` is negative.
        OverflowError: If the calendar ends before.
    """
    if count < 0:
        raise ValueError(f"Expected 0 school days or more, but {count} were asked for.")
    for _ in range(count):
        on = _next_school_day(on, closures)
    return on


def _next_school_day(on: date, closures: Closures) -> date:
    following = on + _ONE_DAY
    while not is_school_day(following, closures):
        # A whole closure is left at once: one that was written down for a century is no trap.
        held = [one.last_on for one in closures if one.first_on <= following <= one.last_on]
        following = max([following, *held]) + _ONE_DAY
    return following
