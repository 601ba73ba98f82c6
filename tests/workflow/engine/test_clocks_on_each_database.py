"""The law's dates on both database systems: started, warned of, excused, missed, listed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.plan_in_time import ANSWERS, AWAY, FILES, KEY
from workflow.model.actor import MANAGER
from workflow.model.clock import ClockState
from workflow.model.closure import Closure
from workflow.store import accounts, closures

REPAIRS = Closure(first_on=date(2027, 4, 1), last_on=date(2027, 5, 1), what="Repairs")


@pytest.fixture
def house(each_database_url: str, tmp_path: Path, time: FakeTime) -> Iterator[SmallHouse]:
    built = build_small_house(tmp_path / "small", time, FILES, database=each_database_url)
    with built.workflow.store.write() as tx:
        accounts.name_party(tx, built.child_id, MANAGER, account_id=built.officer.id)
        closures.replace_all(tx, [(None, REPAIRS)])
    yield built
    built.workflow.stop()


def test_a_date_of_the_law_takes_its_course(house: SmallHouse) -> None:
    engine, clocks = house.workflow.engine, house.workflow.clocks
    task = engine.open_case(house.family, KEY, house.child_id, key="the first form").task
    assert task is not None
    house.complete(task, ANSWERS["ask_for_it"])
    _, final = engine.case_file(house.officer, task.case_id).clocks

    _let_pass(house, datetime(2027, 2, 9, 9, tzinfo=UTC))
    sheet, notices = clocks.sheet(house.officer, final.id), clocks.notices(house.officer)
    for _ in range(2):
        clocks.rely_on_exception(house.officer, final.id, AWAY, key="the second form")
    _let_pass(house, datetime(2027, 2, 23, 9, tzinfo=UTC))

    decide, final = engine.case_file(house.officer, task.case_id).clocks
    assert sheet.long_closures == (REPAIRS,)
    assert [one.clock.code for one in notices] == ["DECIDE_TO_ASSESS"]
    assert decide.state is ClockState.MISSED
    assert [one.said for one in final.relied_on] == [AWAY]


def _let_pass(house: SmallHouse, until: datetime) -> None:
    house.time.set(until)
    house.workflow.jobs.tick(until)
