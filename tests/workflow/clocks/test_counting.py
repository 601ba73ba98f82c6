from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pathways.model.duration import Duration, read_duration
from pathways.model.pathway import Period, PeriodBound, PeriodUnit
from workflow.clocks import add, after, day_before, due_at, is_working_day, last_day

LONDON = ZoneInfo("Europe/London")

moments = st.datetimes(
    datetime.fromisoformat("1990-01-01"),
    datetime.fromisoformat("2090-12-31"),
    timezones=st.just(UTC),
)
day_counts = st.integers(0, 400)


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def _clock(moment: datetime) -> datetime:
    """Return what a clock in London shows."""
    return moment.astimezone(LONDON).replace(tzinfo=None)


def _days(count: int) -> Duration:
    return Duration(days=count)


def _once(moment: datetime) -> bool:
    """Return whether London's clocks show this moment's time of day once on that day."""
    return not moment.astimezone(LONDON).fold


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2027-01-11T09:00", "P14D", "2027-01-25T09:00"),
        ("2027-01-11T09:00", "P6W", "2027-02-22T09:00"),
        ("2027-01-11T09:00", "P3M", "2027-04-11T09:00"),
        ("2027-01-31T09:00", "P1M", "2027-02-28T09:00"),
        ("2028-01-31T09:00", "P1M", "2028-02-29T09:00"),
        ("2027-08-31T09:00", "P1M", "2027-09-30T09:00"),
        ("2026-11-30T09:00", "P3M", "2027-02-28T09:00"),
        ("2028-02-29T09:00", "P1Y", "2029-02-28T09:00"),
        ("2028-02-29T09:00", "P4Y", "2032-02-29T09:00"),
        ("2027-12-31T23:59", "P2M", "2028-02-29T23:59"),
        ("2027-01-31T09:00", "P1M1D", "2027-03-01T09:00"),
        ("2027-01-11T09:00", "P9M", "2027-10-11T09:00"),
        ("2027-01-11T09:00", "PT36H", "2027-01-12T21:00"),
        ("2027-01-11T09:00", "P1DT1H30M15S", "2027-01-12T10:30:15"),
        ("2027-01-11T09:00", "P0D", "2027-01-11T09:00"),
    ],
)
def test_calendar_periods_end_on_the_corresponding_date_at_the_same_time_of_day(
    start: str, duration: str, end: str
) -> None:
    assert after(duration, _london(start)) == _london(end)


def test_the_time_of_day_is_kept_when_the_clocks_go_forward() -> None:
    assert after("P1D", _utc("2027-03-27T09:00Z")) == _utc("2027-03-28T08:00Z")
    assert after("P3M", _utc("2027-01-11T09:00Z")) == _utc("2027-04-11T08:00Z")


def test_the_time_of_day_is_kept_when_the_clocks_go_back() -> None:
    assert after("P1D", _utc("2027-10-30T08:00Z")) == _utc("2027-10-31T09:00Z")
    assert after("P6W", _utc("2027-10-01T08:00Z")) == _utc("2027-11-12T09:00Z")


def test_working_days_keep_the_time_of_day_over_a_change_of_the_clocks() -> None:
    end = add(_utc("2027-10-29T08:00Z"), _days(1), unit=PeriodUnit.WORKING)

    assert end == _utc("2027-11-01T09:00Z")


def test_the_date_is_that_of_london_not_of_utc() -> None:
    shortly_after_midnight = _utc("2027-07-11T23:30Z")

    end = add(shortly_after_midnight, _days(1), unit=PeriodUnit.WORKING)

    assert end.astimezone(LONDON).date() == date(2027, 7, 13)


def test_a_time_of_day_that_is_skipped_becomes_the_first_moment_after_it() -> None:
    assert after("P1D", _utc("2027-03-27T01:30Z")) == _utc("2027-03-28T01:00Z")
    assert after("P1D", _utc("2027-03-27T02:00Z")) == _utc("2027-03-28T01:00Z")


def test_a_time_of_day_that_comes_twice_is_the_first_of_the_two() -> None:
    assert after("P1D", _utc("2027-10-30T00:30Z")) == _utc("2027-10-31T00:30Z")


def test_hours_pass_as_they_do_whatever_the_clocks_show() -> None:
    assert after("PT24H", _utc("2027-03-27T09:00Z")) == _utc("2027-03-28T09:00Z")


def test_a_week_of_working_days_is_five_of_them() -> None:
    start = _london("2027-01-11T09:00")

    two_weeks = add(start, Duration(weeks=2), unit=PeriodUnit.WORKING)

    assert two_weeks == add(start, _days(10), unit=PeriodUnit.WORKING)


def test_a_period_is_counted_by_its_own_unit() -> None:
    period = Period(
        code="SCHOOL_REPLY",
        duration="P15D",
        unit=PeriodUnit.WORKING,
        bound=PeriodBound.LOCAL,
        words="15 working days",
        source="The council's own",
        in_force_on=date(2026, 9, 1),
    )

    assert due_at(period, _london("2027-03-22T10:15")) == _london("2027-04-14T10:15")


@pytest.mark.parametrize("duration", ["P1M", "P1Y", "PT1H", "P1DT1M", "PT1S"])
def test_working_days_are_counted_in_days_alone(duration: str) -> None:
    with pytest.raises(ValueError, match="counted in days"):
        add(_utc("2027-01-11T09:00Z"), read_duration(duration), unit=PeriodUnit.WORKING)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        after("P1D", datetime(2027, 1, 11))  # noqa: DTZ001  that is the point


@pytest.mark.parametrize("duration", ["P1D", "P1M", "P1Y", "PT36H"])
def test_a_period_that_leaves_the_calendar_is_refused(duration: str) -> None:
    with pytest.raises(ValueError, match="before the year 10000"):
        after(duration, datetime(9999, 12, 31, 12, tzinfo=UTC))


@given(moments, day_counts, day_counts)
def test_days_can_be_counted_in_two_parts(start: datetime, first: int, second: int) -> None:
    between = add(start, _days(first))
    # Where a clock is changed in between, its time of day is not the one that is kept.
    assume(_clock(between).time() == _clock(start).time() and _once(start))

    assert add(between, _days(second)) == add(start, _days(first + second))


@given(moments, moments, day_counts)
def test_what_begins_later_never_ends_earlier(one: datetime, other: datetime, count: int) -> None:
    earlier, later = sorted([one, other])
    assume(_once(earlier) and _once(later))

    assert add(earlier, _days(count)) <= add(later, _days(count))
    in_working_days = [
        add(start, _days(count), unit=PeriodUnit.WORKING) for start in (earlier, later)
    ]
    assert [moment.date() for moment in in_working_days] == sorted(
        moment.date() for moment in in_working_days
    )


@given(moments, moments, st.integers(0, 40))
def test_months_that_begin_on_a_later_day_never_end_on_an_earlier(
    one: datetime, other: datetime, months: int
) -> None:
    ends = [add(start, Duration(months=months)) for start in sorted([one, other])]

    assert _clock(ends[0]).date() <= _clock(ends[1]).date()


@given(moments, day_counts, day_counts, st.sampled_from(PeriodUnit))
def test_a_longer_period_never_ends_earlier(
    start: datetime, one: int, other: int, unit: PeriodUnit
) -> None:
    shorter, longer = sorted([one, other])

    assert add(start, _days(shorter), unit=unit) <= add(start, _days(longer), unit=unit)


@given(moments, day_counts)
def test_days_end_so_many_dates_later_at_the_same_time_of_day(start: datetime, count: int) -> None:
    end = add(start, _days(count))

    expected = _clock(start) + timedelta(days=count)
    assert _clock(end).date() == expected.date()
    # Only in the hour that the spring change skips is there no such time.
    assert _clock(end) == expected or _clock(end) == expected.replace(
        hour=2, minute=0, second=0, microsecond=0
    )


@given(moments, st.integers(1, 100))
def test_working_days_end_on_a_working_day_at_the_same_time_of_day(
    start: datetime, count: int
) -> None:
    end = _clock(add(start, _days(count), unit=PeriodUnit.WORKING))

    assert is_working_day(end.date())
    # The clocks change on Sundays.
    assert end.time() == _clock(start).time()


@given(moments, st.integers(0, 30), st.integers(0, 30))
def test_a_year_is_twelve_months(start: datetime, years: int, months: int) -> None:
    whole = Duration(years=years, months=months)

    assert add(start, whole) == add(start, Duration(months=12 * years + months))


@given(moments)
def test_no_time_at_all_ends_when_it_begins(start: datetime) -> None:
    assert add(start, Duration()) == start
    assert add(start, Duration(), unit=PeriodUnit.WORKING) == start


@given(moments, day_counts)
def test_the_end_is_told_in_utc(start: datetime, count: int) -> None:
    assert add(start, _days(count)).tzinfo is UTC
    assert add(start.astimezone(LONDON), _days(count)) == add(start, _days(count))


durations = st.builds(
    Duration,
    years=st.integers(0, 3),
    months=st.integers(0, 20),
    weeks=st.integers(0, 20),
    days=st.integers(0, 100),
)


@given(moments, durations, st.integers(1, 40), st.integers(1, 40))
def test_a_later_turn_never_ends_earlier(
    start: datetime, every: Duration, one: int, other: int
) -> None:
    fewer, more = sorted([one, other])

    assert add(start, every.times(fewer)) <= add(start, every.times(more))


@given(moments, st.integers(1, 400))
def test_every_month_ends_on_its_corresponding_date_or_on_its_last(
    start: datetime, turn: int
) -> None:
    began, end = _clock(start), _clock(add(start, Duration(months=1).times(turn)))

    assert (end.year * 12 + end.month) - (began.year * 12 + began.month) == turn
    last_of_month = (end + timedelta(days=1)).month != end.month
    assert end.day == began.day or (last_of_month and end.day < began.day)


@given(moments, st.integers(0, 120))
def test_so_many_days_before_the_end_is_the_day_that_it_began(start: datetime, count: int) -> None:
    began = _clock(start).date()

    assert day_before(last_day(began, _days(count)), _days(count)) == began


@pytest.mark.parametrize(
    ("end", "duration", "day"),
    [
        ("2027-03-15", "P14D", "2027-03-01"),
        ("2027-03-31", "P1M", "2027-02-28"),
        ("2028-03-31", "P1M", "2028-02-29"),
        ("2027-01-15", "P2W", "2027-01-01"),
        ("2029-02-28", "P1Y", "2028-02-28"),
    ],
)
def test_a_day_before_another_is_counted_on_the_calendar(end: str, duration: str, day: str) -> None:
    found = day_before(date.fromisoformat(end), read_duration(duration))

    assert found == date.fromisoformat(day)


@pytest.mark.parametrize("duration", ["PT1H", "P1DT1M", "PT1S"])
def test_days_before_are_whole(duration: str) -> None:
    with pytest.raises(ValueError, match="whole days"):
        day_before(date(2027, 1, 11), read_duration(duration))


def test_a_day_before_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="in the calendar"):
        day_before(date(1, 1, 1), read_duration("P1M"))
