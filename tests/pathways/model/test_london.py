from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model.london import LONDON, moment_of

shown = st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-12-31"))


@pytest.mark.parametrize(
    ("clocks", "utc"),
    [
        pytest.param("2027-01-11T09:00", "2027-01-11T09:00", id="in winter"),
        pytest.param("2027-07-11T09:00", "2027-07-11T08:00", id="in summer"),
        pytest.param("2027-03-28T00:59", "2027-03-28T00:59", id="before the spring change"),
        pytest.param("2027-03-28T01:00", "2027-03-28T01:00", id="at the spring change"),
        pytest.param("2027-03-28T01:59", "2027-03-28T01:00", id="skipped by it"),
        pytest.param("2027-03-28T02:00", "2027-03-28T01:00", id="after it"),
        pytest.param("2027-10-31T01:30", "2027-10-31T00:30", id="shown twice"),
        pytest.param("2027-10-31T02:00", "2027-10-31T02:00", id="after the autumn change"),
    ],
)
def test_what_clocks_show_is_one_moment(clocks: str, utc: str) -> None:
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC)

    assert moment_of(datetime.fromisoformat(clocks)) == expected


@given(shown)
def test_clocks_show_it_at_that_moment_unless_it_is_skipped(clocks: datetime) -> None:
    back = moment_of(clocks).astimezone(LONDON).replace(tzinfo=None, fold=0)

    assert back == clocks or timedelta(0) < back - clocks <= timedelta(hours=1)


@given(shown, shown)
def test_what_clocks_show_later_is_never_earlier(one: datetime, other: datetime) -> None:
    earlier, later = sorted([one, other])

    assert moment_of(earlier) <= moment_of(later)
