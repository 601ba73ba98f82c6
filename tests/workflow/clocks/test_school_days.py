from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model.duration import Duration
from pathways.model.pathway import Period, PeriodBound, PeriodUnit
from workflow.clocks import (
    add,
    add_school_days,
    add_working_days,
    due_at,
    is_school_day,
    is_working_day,
)
from workflow.model.closure import Closure, closed_on

HALF_TERM = Closure(first_on=date(2027, 2, 15), last_on=date(2027, 2, 19), what="Half-term")
EASTER = Closure(first_on=date(2027, 3, 25), last_on=date(2027, 4, 9), what="Easter holiday")
SUMMER = Closure(first_on=date(2027, 7, 22), last_on=date(2027, 9, 1), what="Summer holiday")
A_YEAR = (SUMMER, HALF_TERM, EASTER)

days = st.dates(date(2026, 9, 1), date(2029, 8, 31))
counts = st.integers(0, 60)
stretches = st.builds(
    lambda first, length: Closure(
        first_on=first, last_on=first + timedelta(days=length), what="Closed"
    ),
    days,
    st.integers(0, 45),
)
closures = st.lists(stretches, max_size=6)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        pytest.param("2027-01-11", 5, "2027-01-18", id="in term"),
        pytest.param("2027-02-12", 1, "2027-02-22", id="over half-term"),
        pytest.param("2027-02-16", 1, "2027-02-22", id="from within half-term"),
        pytest.param("2027-03-24", 1, "2027-04-12", id="over Easter"),
        pytest.param("2027-07-21", 10, "2027-09-15", id="over the summer"),
        pytest.param("2027-07-21", 0, "2027-07-21", id="no days at all"),
        pytest.param("2027-04-30", 1, "2027-05-04", id="over a bank holiday in term"),
    ],
)
def test_school_days_are_counted_over_holidays_and_bank_holidays(
    start: str, count: int, end: str
) -> None:
    assert add_school_days(date.fromisoformat(start), count, A_YEAR) == date.fromisoformat(end)


def test_a_period_of_school_days_keeps_the_time_of_day() -> None:
    period = Period(
        code="SCHOOL_REPLY",
        duration="P10D",
        unit=PeriodUnit.SCHOOL,
        bound=PeriodBound.LOCAL,
        words="10 school days",
        source="The council’s own",
        in_force_on=date(2026, 9, 1),
    )
    asked = datetime(2027, 3, 22, 10, 15, tzinfo=UTC)

    # It is winter time when it is asked and summer time when it ends.
    ends = due_at(period, asked, closures=A_YEAR)
    assert ends == datetime(2027, 4, 21, 9, 15, tzinfo=UTC)


@given(days, counts)
def test_without_closures_school_days_are_working_days(on: date, count: int) -> None:
    assert add_school_days(on, count, ()) == add_working_days(on, count)


@given(days, st.integers(1, 60), closures)
def test_a_period_of_school_days_ends_on_a_day_on_which_the_school_meets(
    on: date, count: int, closed: list[Closure]
) -> None:
    end = add_school_days(on, count, closed)

    assert is_working_day(end)
    assert not closed_on(end, closed)


@given(days, st.integers(1, 60), closures)
def test_as_many_school_days_lie_between_as_were_counted(
    on: date, count: int, closed: list[Closure]
) -> None:
    end = add_school_days(on, count, closed)

    between = (on + timedelta(days=n) for n in range(1, (end - on).days + 1))
    assert sum(is_school_day(day, closed) for day in between) == count


@given(days, counts, counts, closures)
def test_school_days_can_be_counted_in_two_parts(
    on: date, first: int, second: int, closed: list[Closure]
) -> None:
    together = add_school_days(on, first + second, closed)

    assert add_school_days(add_school_days(on, first, closed), second, closed) == together


@given(days, counts, closures, stretches)
def test_another_closure_never_makes_a_period_shorter(
    on: date, count: int, closed: list[Closure], more: Closure
) -> None:
    shorter = add_school_days(on, count, closed)

    assert shorter <= add_school_days(on, count, [*closed, more])


@given(days, days, counts, closures)
def test_what_begins_later_never_ends_earlier(
    one: date, other: date, count: int, closed: list[Closure]
) -> None:
    earlier, later = sorted([one, other])

    assert add_school_days(earlier, count, closed) <= add_school_days(later, count, closed)


def test_a_closure_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="Write its first day first"):
        Closure(first_on=date(2027, 9, 1), last_on=date(2027, 7, 22), what="Summer")


def test_a_school_that_never_opens_again_is_said_and_not_waited_for() -> None:
    closed = [Closure(first_on=date(2027, 1, 1), last_on=date.max, what="Closed for good")]

    with pytest.raises(ValueError, match="before the year 10000"):
        add(
            datetime(2027, 1, 11, 9, tzinfo=UTC),
            Duration(days=1),
            unit=PeriodUnit.SCHOOL,
            closures=closed,
        )


def test_school_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="0 school days or more"):
        add_school_days(date(2027, 1, 11), -1, ())
