"""News for a case that is suspended: it waits, is lost for no pause, and comes once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.workflow.audit import faults
from tests.workflow.putting_right import resume, suspend
from tests.workflow.twins import Twins, build_twins


@pytest.fixture
def twins(tmp_path: Path, time: FakeTime) -> Iterator[Twins]:
    built = build_twins(tmp_path, time)
    yield built
    built.house.workflow.stop()


def test_a_message_to_a_suspended_case_comes_once_when_the_case_goes_on(twins: Twins) -> None:
    house, other = twins.house, twins.open("plan", twins.ben)
    suspend(house, other)
    twins.open("review", outcome="We go on")
    for _ in range(3):
        house.time.advance(timedelta(hours=5))
        twins.tick()
    assert twins.open_steps(other) == []
    assert faults(house.workflow) == []

    resume(house, other)
    house.time.advance(timedelta(hours=1))
    twins.tick()

    assert twins.open_steps(other) == ["look"]
    assert twins.kinds(other).count("MessageReceived") == 1
    assert faults(house.workflow) == []
