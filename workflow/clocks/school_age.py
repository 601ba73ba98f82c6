"""Until when a child must be in education, which decides whose consent counts."""

from datetime import date, timedelta

_SIXTEEN = 16
_JUNE, _SEPTEMBER = 6, 9
_FRIDAY = 4


def compulsory_school_age_ends(born_on: date) -> date:
    """Return the last day of compulsory school age.

    It is the last Friday in June of the school year in which they turn 16; a school year is
    taken to begin on 1 September.

    Source: Education Act 1996, section 8(3) and (4); Education (School Leaving Date) Order 1997
    (SI 1997/1970): the last Friday in June.
    """
    sixteenth_year = born_on.year + _SIXTEEN
    leaves_in = sixteenth_year + (born_on.month >= _SEPTEMBER)
    return _last_friday_in_june(leaves_in)


def over_compulsory_school_age(born_on: date, on: date) -> bool:
    """Return whether compulsory school age has ended: on its last day it has not.

    Source: Education Act 1996, section 8(3): it ceases "at the end of" that day.
    """
    return on > compulsory_school_age_ends(born_on)


def _last_friday_in_june(year: int) -> date:
    last_of_june = date(year, _JUNE, 30)
    return last_of_june - timedelta(days=(last_of_june.weekday() - _FRIDAY) % 7)
