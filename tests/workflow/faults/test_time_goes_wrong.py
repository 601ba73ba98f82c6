"""Clocks that jump, change and stand still: each timer happens at its time, once, in its order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeTime
from tests.workflow.audit import faults
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.interpreter.drawings import cycle, timer, timer_at
from tests.workflow.timed import (
    due,
    open_again,
    opened,
    order_of_firing,
    reminded_by,
    times_fired,
    unfinished,
    waiting_for,
)
from workflow.jobs.retries import LEASE
from workflow.store import jobs

LONDON = ZoneInfo("Europe/London")
AN_HOUR, A_MOMENT, THREE_WEEKS = timedelta(hours=1), timedelta(microseconds=1), timedelta(weeks=3)

Build = Callable[[dict[str, bytes]], SmallHouse]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    built: list[SmallHouse] = []

    def build(files: dict[str, bytes]) -> SmallHouse:
        built.append(build_small_house(tmp_path / "house", FakeTime(), files))
        return built[-1]

    yield build
    for house in built:
        house.workflow.stop()


def _london(shown: str) -> datetime:
    return datetime.fromisoformat(shown).replace(tzinfo=LONDON).astimezone(UTC)


@dataclass(frozen=True)
class Wait:
    """A wait that begins and ends as London's clocks show."""

    began: str
    timer: str
    ends: str


WAITS = {
    # Both changes of the clocks.
    "a day into the summer": Wait("2027-03-27T09:00", timer("P1D"), "2027-03-28T09:00"),
    "a day into the winter": Wait("2027-10-30T09:00", timer("P1D"), "2027-10-31T09:00"),
    "hours into the summer": Wait("2027-03-27T20:00", timer("PT10H"), "2027-03-28T07:00"),
    "hours into the winter": Wait("2027-10-30T20:00", timer("PT10H"), "2027-10-31T05:00"),
    "into the hour that is skipped": Wait("2027-03-27T01:30", timer("P1D"), "2027-03-28T02:00"),
    "into the hour that comes twice": Wait("2027-10-30T01:30", timer("P1D"), "2027-10-31T01:30"),
    "a day that is named": Wait("2027-03-01T09:00", timer_at("2027-03-28"), "2027-03-28T00:00"),
    "a time in the summer": Wait(
        "2027-03-01T09:00", timer_at("2027-07-01T09:00"), "2027-07-01T09:00"
    ),
    "a time that is skipped": Wait(
        "2027-03-01T09:00", timer_at("2027-03-28T01:30"), "2027-03-28T02:00"
    ),
    "a time with its zone": Wait(
        "2027-03-01T09:00", timer_at("2027-07-01T09:00:00Z"), "2027-07-01T10:00"
    ),
    "six weeks over a change": Wait("2027-03-01T09:00", timer("P6W"), "2027-04-12T09:00"),
    "twenty weeks over both": Wait("2027-03-01T09:00", timer("P20W"), "2027-07-19T09:00"),
    # Leap days and the ends of months.
    "onto a leap day": Wait("2028-02-28T09:00", timer("P1D"), "2028-02-29T09:00"),
    "a month onto a leap day": Wait("2028-01-31T09:00", timer("P1M"), "2028-02-29T09:00"),
    "a month onto no leap day": Wait("2027-01-31T09:00", timer("P1M"), "2027-02-28T09:00"),
    "a year from a leap day": Wait("2028-02-29T09:00", timer("P1Y"), "2029-02-28T09:00"),
    "four years from a leap day": Wait("2028-02-29T09:00", timer("P4Y"), "2032-02-29T09:00"),
    "a leap day that is named": Wait(
        "2028-01-10T09:00", timer_at("2028-02-29T17:00"), "2028-02-29T17:00"
    ),
    "a month from the 31st": Wait("2027-08-31T09:00", timer("P1M"), "2027-09-30T09:00"),
    # Nine months.
    "nine months": Wait("2027-01-11T09:00", timer("P9M"), "2027-10-11T09:00"),
    "nine months onto a leap day": Wait("2027-05-31T09:00", timer("P9M"), "2028-02-29T09:00"),
    "nine months onto the 28th": Wait("2026-05-31T09:00", timer("P9M"), "2027-02-28T09:00"),
    "nine months in days": Wait("2027-01-11T09:00", timer("P273D"), "2027-10-11T09:00"),
    "nine months in weeks": Wait("2027-01-11T09:00", timer("P39W"), "2027-10-11T09:00"),
}


@pytest.mark.parametrize("name", WAITS)
def test_a_wait_ends_when_londons_clocks_say_so_and_not_a_moment_earlier(
    name: str, build: Build
) -> None:
    wait = WAITS[name]
    house, ends = build(waiting_for(wait.timer)), _london(wait.ends)
    case_id = opened(house, _london(wait.began))

    assert due(house, case_id) == ends
    fired = [_fired_by(house, at) for at in (ends - A_MOMENT, ends, ends, ends + THREE_WEEKS)]

    assert fired == [0, 1, 1, 1]
    assert faults(house.workflow) == []


def _fired_by(house: SmallHouse, now: datetime) -> int:
    """Let the server's clock show a moment, and return how many timers have fired so far."""
    house.time.set(now)
    house.workflow.jobs.tick(now)
    return times_fired(house)


#: What the server's clock shows one after another, in minutes from when the timer is due, and how
#: many timers have fired by then.
JUMPS = {
    "an hour back before it": ([-30, -90, -30, 0], [0, 0, 0, 1]),
    "an hour on before it": ([-90, -30, 0], [0, 0, 1]),
    "an hour on over it": ([-30, 30], [0, 1]),
    "an hour back after it": ([0, -60, 0, 30], [1, 1, 1, 1]),
    "an hour on and back again": ([-30, 30, -30, 0], [0, 1, 1, 1]),
    "to and fro around it": ([-1, 1, -59, 59, -1, 1], [0, 1, 1, 1, 1, 1]),
}


@pytest.mark.parametrize("name", JUMPS)
def test_a_clock_that_jumps_by_an_hour_fires_no_timer_twice(name: str, build: Build) -> None:
    house, (minutes, expected) = build(waiting_for(timer("P14D"))), JUMPS[name]
    opened(house, _london("2027-01-11T09:00"))
    ends = _london("2027-01-25T09:00")

    fired = [_fired_by(house, ends + timedelta(minutes=each)) for each in minutes]

    assert fired == expected
    assert faults(house.workflow) == []


#: Reminders again and again: when it began, what is drawn, when each of them comes.
CYCLES = {
    "a month from the 31st": (
        "2027-01-31T09:00",
        "R4/P1M",
        ["2027-02-28T09:00", "2027-03-31T09:00", "2027-04-30T09:00", "2027-05-31T09:00"],
    ),
    "a year from a leap day": (
        "2024-02-29T09:00",
        "R4/P1Y",
        ["2025-02-28T09:00", "2026-02-28T09:00", "2027-02-28T09:00", "2028-02-29T09:00"],
    ),
    "a day over the hour that is skipped": (
        "2027-03-26T01:30",
        "R3/P1D",
        ["2027-03-27T01:30", "2027-03-28T02:00", "2027-03-29T01:30"],
    ),
    "a quarter over both changes": (
        "2026-11-30T09:00",
        "R4/P3M",
        ["2027-02-28T09:00", "2027-05-30T09:00", "2027-08-30T09:00", "2027-11-30T09:00"],
    ),
}


@pytest.mark.parametrize("name", CYCLES)
def test_each_turn_of_a_cycle_is_counted_from_where_the_first_began(
    name: str, build: Build
) -> None:
    began, drawn, ends = CYCLES[name]
    house = build(reminded_by(cycle(drawn)))
    case_id = opened(house, _london(began))

    for number, end in enumerate(ends):
        assert due(house, case_id) == _london(end)
        assert _fired_by(house, _london(end) - A_MOMENT) == number
        assert _fired_by(house, _london(end)) == number + 1

    assert due(house, case_id) is None
    assert faults(house.workflow) == []


@pytest.mark.parametrize("text", ["P7D", "P9M", "PT36H"])
def test_after_three_weeks_without_a_server_each_overdue_timer_fires_once_in_order(
    text: str, build: Build, tmp_path: Path
) -> None:
    files = waiting_for(timer(text))
    house = build(files)
    began = _london("2027-02-01T09:00")
    # Opened in another order than they are due, as cases on several servers are.
    cases = [opened(house, began + AN_HOUR * (hour * 7 % 20)) for hour in range(20)]
    dues = sorted(each for case_id in cases if (each := due(house, case_id)) is not None)

    on_again = open_again(house, tmp_path / "house", files)
    back = dues[-1] + THREE_WEEKS
    on_again.time.set(back)

    assert order_of_firing(on_again, back) == dues
    assert order_of_firing(on_again, back) == []
    assert (times_fired(on_again), unfinished(on_again, back)) == (20, 0)
    assert faults(on_again.workflow) == []
    on_again.workflow.stop()


@pytest.mark.parametrize("drawn", ["R/P7D", "R3/P7D"])
def test_after_three_weeks_without_a_server_each_overdue_turn_of_a_cycle_comes_once(
    drawn: str, build: Build
) -> None:
    house = build(reminded_by(cycle(drawn)))
    began = _london("2027-01-11T09:00")
    opened(house, began)

    fired = order_of_firing(house, began + THREE_WEEKS)

    assert fired == [began + timedelta(days=days) for days in (7, 14, 21)]
    assert order_of_firing(house, began + THREE_WEEKS) == []


@pytest.mark.parametrize("jump", [AN_HOUR, -AN_HOUR], ids=["on", "back"])
def test_a_timer_that_a_worker_held_when_the_clock_jumped_fires_once(
    jump: timedelta, build: Build
) -> None:
    house = build(waiting_for(timer("P14D")))
    opened(house, _london("2027-01-11T09:00"))
    now = _london("2027-01-25T09:00")
    with house.workflow.store.write() as tx:
        held = jobs.take(tx, now, until=now + LEASE)

    fired = [_fired_by(house, at) for at in (now + jump, now + LEASE, now + AN_HOUR)]

    assert held is not None
    assert fired == ([1, 1, 1] if jump > timedelta(0) else [0, 1, 1])
    with house.workflow.store.write() as tx:
        assert not jobs.finish(tx, held, at=now + AN_HOUR)
    assert faults(house.workflow) == []
