from datetime import UTC, timedelta

import pytest

from tests.workflow.jobs.ledger import NOON, StoppedTime
from workflow.clocks import DemoTime, SystemTime
from workflow.ports import Time
from workflow.store import Store


def test_real_time_is_told_in_utc_and_does_not_go_back() -> None:
    time: Time = SystemTime()

    first, second = time.now(), time.now()

    assert first.tzinfo is UTC
    assert first <= second


def test_demo_time_is_real_time_until_it_is_moved_on(store: Store) -> None:
    before = SystemTime().now()
    shown = DemoTime(store).now()

    assert before <= shown <= SystemTime().now()


def test_demo_time_runs_on_from_where_it_was_moved_to(store: Store) -> None:
    demo = DemoTime(store)
    demo.move_on(timedelta(days=14))
    demo.move_on(timedelta(days=1, seconds=30))

    ahead = timedelta(days=15, seconds=30)
    before = SystemTime().now()
    assert before + ahead <= demo.now() <= SystemTime().now() + ahead


def test_demo_time_is_the_same_for_everybody_on_the_same_database(store: Store) -> None:
    DemoTime(store).move_on(timedelta(days=14))

    before = SystemTime().now()
    assert DemoTime(store).now() >= before + timedelta(days=14)


def test_demo_time_is_ahead_of_whatever_time_it_is_given(store: Store) -> None:
    demo = DemoTime(store, StoppedTime())
    demo.move_on(timedelta(days=1))

    assert demo.now() == NOON + timedelta(days=1)


def test_demo_time_does_not_go_back(store: Store) -> None:
    with pytest.raises(ValueError, match="would go back"):
        DemoTime(store).move_on(timedelta(seconds=-1))
