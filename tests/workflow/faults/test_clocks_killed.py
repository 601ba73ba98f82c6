"""Clocks and exceptions, killed at every moment of their work: done once, or not begun."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.workflow.faults.conftest import MEMORY
from tests.workflow.faults.sweep import sweep
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.plan_in_time import ANSWERS, AWAY, FILES, KEY
from workflow.model.actor import MANAGER
from workflow.model.clock import CaseClock
from workflow.store import accounts, clocks


@pytest.fixture
def house(time: FakeTime) -> Iterator[SmallHouse]:
    """A house in which a plan has been asked for, on a disk in memory where there is one."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        built = build_small_house(Path(folder), time, FILES)
        with built.workflow.store.write() as tx:
            accounts.name_party(tx, built.child_id, MANAGER, account_id=built.officer.id)
        engine = built.workflow.engine
        task = engine.open_case(built.family, KEY, built.child_id, key=str(uuid4())).task
        assert task is not None
        built.complete(task, ANSWERS["ask_for_it"])
        built.workflow.jobs.tick(time.now())
        yield built
        built.workflow.stop()


def _clock(house: SmallHouse, code: str) -> CaseClock:
    with house.workflow.store.read() as tx:
        case_ids = {one.case.id for one in house.workflow.engine.cases(house.family)}
        (case_id,) = case_ids
        return next(one for one in clocks.of_case(tx, case_id) if one.code == code)


def test_an_exception_is_relied_on_with_its_letter_or_not_at_all(house: SmallHouse) -> None:
    clock_id = _clock(house, "FINAL_PLAN").id

    found = sweep(
        house,
        lambda at: at.workflow.clocks.rely_on_exception(at.officer, clock_id, AWAY, key="once"),
    )

    assert found.problems == []
    assert found.between == 0
    assert found.before > 10


def test_a_warning_is_given_once_or_not_yet(house: SmallHouse) -> None:
    house.time.set(datetime(2027, 2, 8, 9, tzinfo=UTC))

    found = sweep(house, lambda at: at.workflow.jobs.tick(at.time.now()))

    assert found.problems == []
    assert found.kills > 10


def test_the_end_of_a_clock_and_its_back_stop_happen_once_or_not_yet(house: SmallHouse) -> None:
    house.time.set(datetime(2027, 2, 8, 9, tzinfo=UTC))
    house.workflow.jobs.tick(house.time.now())
    house.time.set(datetime(2027, 2, 23, 9, tzinfo=UTC))

    found = sweep(house, lambda at: at.workflow.jobs.tick(at.time.now()))

    assert found.problems == []
    assert found.kills > 20
