"""Days and moments as people say them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from webapp.presenters import times

NOW = datetime(2027, 3, 3, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "3 days late"),
        (-1, "1 day late"),
        (0, "Due today"),
        (1, "Due tomorrow"),
        (2, "Due Friday 5 March 2027"),
    ],
)
def test_what_is_due_is_said_in_words(days: int, said: str) -> None:
    assert times.due(NOW + timedelta(days=days, minutes=1 if days >= 0 else 0), now=NOW) == said


def test_what_fell_due_earlier_today_is_late() -> None:
    assert times.due(NOW - timedelta(hours=1), now=NOW) == "Late since earlier today"


def test_a_task_without_a_period_has_no_date() -> None:
    assert times.due(None, now=NOW) == "No date set"


def test_days_are_said_with_their_weekday() -> None:
    assert times.day(date(2027, 3, 3)) == "Wednesday 3 March 2027"


def test_times_are_those_of_the_united_kingdom_in_summer_too() -> None:
    assert times.moment(datetime(2027, 7, 1, 23, 5, tzinfo=UTC)) == "Friday 2 July 2027 at 12:05am"
    assert times.clock(datetime(2027, 1, 1, 12, 0, tzinfo=UTC)) == "12:00pm"
