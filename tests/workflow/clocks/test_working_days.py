from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.clocks import (
    add_working_days,
    bank_holidays,
    is_working_day,
    next_working_day,
)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
counts = st.integers(0, 60)

#: As published on gov.uk/bank-holidays for England and Wales.
PUBLISHED = {
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize(("year", "published"), PUBLISHED.items())
def test_the_bank_holidays_are_those_that_the_government_published(
    year: int, published: str
) -> None:
    weekdays = sorted(day for day in bank_holidays(year) if day.weekday() < 5)

    assert [f"{day:%m-%d}" for day in weekdays] == published.split()


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        pytest.param("2027-01-11", 1, "2027-01-12", id="a Monday"),
        pytest.param("2027-01-15", 1, "2027-01-18", id="over a weekend"),
        pytest.param("2027-01-16", 1, "2027-01-18", id="from a Saturday"),
        pytest.param("2027-01-17", 1, "2027-01-18", id="from a Sunday"),
        pytest.param("2027-01-11", 10, "2027-01-25", id="two weeks"),
        pytest.param("2027-01-11", 15, "2027-02-01", id="three weeks"),
        pytest.param("2027-03-25", 1, "2027-03-30", id="over Easter"),
        pytest.param("2027-12-24", 1, "2027-12-29", id="over Christmas at a weekend"),
        pytest.param("2026-12-24", 5, "2027-01-05", id="over Christmas and New Year"),
        pytest.param("2028-02-28", 1, "2028-02-29", id="onto a leap day"),
        pytest.param("2022-06-01", 1, "2022-06-06", id="over a jubilee"),
        pytest.param("2027-01-16", 0, "2027-01-16", id="no days at all"),
    ],
)
def test_working_days_are_counted_from_the_day_after_the_event(
    start: str, count: int, end: str
) -> None:
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


@given(days, st.integers(1, 60))
def test_a_period_of_working_days_ends_on_a_working_day(start: date, count: int) -> None:
    assert is_working_day(add_working_days(start, count))


@given(days, st.integers(1, 60))
def test_as_many_working_days_lie_between_as_were_counted(start: date, count: int) -> None:
    end = add_working_days(start, count)

    between = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    assert sum(map(is_working_day, between)) == count


@given(days, counts, counts)
def test_counting_on_from_an_end_is_counting_both_together(
    start: date, first: int, second: int
) -> None:
    together = add_working_days(start, first + second)

    assert add_working_days(add_working_days(start, first), second) == together


@given(days, days, counts)
def test_what_begins_later_never_ends_earlier(one: date, other: date, count: int) -> None:
    earlier, later = sorted([one, other])

    assert add_working_days(earlier, count) <= add_working_days(later, count)


@given(days)
def test_the_next_working_day_is_the_first_one_after(on: date) -> None:
    following = next_working_day(on)

    assert following == add_working_days(on, 1)
    assert on < following <= on + timedelta(days=5)


def test_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="0 working days or more"):
        add_working_days(date(2027, 1, 11), -1)
