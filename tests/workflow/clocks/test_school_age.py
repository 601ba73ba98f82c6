from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.clocks import compulsory_school_age_ends, over_compulsory_school_age

births = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("born_on", "ends_on"),
    [
        pytest.param("2010-09-01", "2027-06-25", id="the oldest of a school year"),
        pytest.param("2011-08-31", "2027-06-25", id="the youngest of it"),
        pytest.param("2011-09-01", "2028-06-30", id="the oldest of the next"),
        pytest.param("2011-06-25", "2027-06-25", id="16 on the day itself"),
        pytest.param("2011-06-26", "2027-06-25", id="16 the day after"),
        pytest.param("2008-02-29", "2024-06-28", id="born on a leap day"),
        pytest.param("2010-12-31", "2027-06-25", id="16 in autumn"),
    ],
)
def test_school_age_ends_on_the_last_friday_in_june_of_the_school_year_of_turning_16(
    born_on: str, ends_on: str
) -> None:
    assert compulsory_school_age_ends(date.fromisoformat(born_on)) == date.fromisoformat(ends_on)


@given(births)
def test_school_age_ends_on_a_friday_in_the_last_week_of_june(born_on: date) -> None:
    ends_on = compulsory_school_age_ends(born_on)

    assert (ends_on.weekday(), ends_on.month) == (4, 6)
    assert ends_on.day > 23


@given(births)
def test_school_age_ends_between_two_months_before_and_ten_after_the_birthday(
    born_on: date,
) -> None:
    age = (compulsory_school_age_ends(born_on) - born_on).days / 365.25

    assert 16 - 0.2 < age < 16 + 0.84


@given(births)
def test_on_its_last_day_it_has_not_ended_and_on_the_next_it_has(born_on: date) -> None:
    last = compulsory_school_age_ends(born_on)

    assert not over_compulsory_school_age(born_on, last)
    assert over_compulsory_school_age(born_on, last + timedelta(days=1))


@given(births, births)
def test_who_is_born_later_never_leaves_earlier(one: date, other: date) -> None:
    older, younger = sorted([one, other])

    assert compulsory_school_age_ends(older) <= compulsory_school_age_ends(younger)
