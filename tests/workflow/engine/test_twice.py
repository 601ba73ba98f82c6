"""The same task completed twice is completed once, and the other is told by whom and when."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from tests.counts import repeated
from tests.fakes import FakeTime
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.house import (
    AGAIN,
    ASKED,
    CHECKED,
    KEY,
    REFUSED,
    SmallHouse,
    build_small_house,
)
from workflow.model.actor import CASE_OFFICER, FAMILY, Actor
from workflow.model.case import Completed
from workflow.model.errors import CaseChanged, FormSentBefore, TaskAlreadyCompleted, WorkflowError
from workflow.model.task import Task, TaskStatus
from workflow.store import accounts, cases


@pytest.fixture
def house(tmp_path: Path, time: FakeTime, each_database_url: str) -> Iterator[SmallHouse]:
    built = build_small_house(tmp_path / "small", time, database=each_database_url)
    yield built
    built.workflow.stop()


def _at_once(*attempts: Callable[[], Completed]) -> list[Completed | WorkflowError]:
    """Run attempts in threads that start at the same moment; return what came of each."""
    line = Barrier(len(attempts))

    def run(attempt: Callable[[], Completed]) -> Completed | WorkflowError:
        line.wait()
        try:
            return attempt()
        except WorkflowError as refused:
            return refused

    with ThreadPoolExecutor(len(attempts)) as threads:
        return list(threads.map(run, attempts))


def _colleague(house: SmallHouse) -> Actor:
    """Add a second officer for the child; to be called before the case is opened."""
    with house.workflow.store.write() as tx:
        at = house.time.now()
        account_id = accounts.insert(tx, "Officer Elm", email=None, password_hash=None, at=at)
        accounts.name_party(tx, house.child_id, CASE_OFFICER, account_id=account_id)
    return Actor(id=account_id, name="Officer Elm")


def test_the_same_key_again_gives_the_same_result_and_writes_nothing(house: SmallHouse) -> None:
    task = house.open()
    first = house.complete(task, ASKED, key="k")
    before = everything(house.workflow.store)

    again = house.complete(task, ASKED, key="k")

    assert again == first
    assert first.task.status is TaskStatus.COMPLETED
    assert everything(house.workflow.store) == before


def test_the_first_answers_stay_when_a_form_is_changed_and_sent_again_under_its_key(
    house: SmallHouse,
) -> None:
    task = house.open()
    house.complete(task, ASKED, key="k")

    house.complete(task, REFUSED, key="k")

    file = house.workflow.engine.case_file(house.family, task.case_id)
    assert [row.answers for row in file.record if row.outcome is None] == [ASKED]


def test_a_browser_may_send_its_form_again_when_the_case_has_long_gone_on(
    house: SmallHouse,
) -> None:
    task = house.open()
    house.complete(task, ASKED, key="k")
    house.complete(house.waiting(task.case_id), AGAIN)
    house.time.advance(timedelta(days=5))
    house.workflow.jobs.tick(house.time.now())
    before = everything(house.workflow.store)

    again = house.complete(task, ASKED, key="k")

    assert (again.case_id, again.task.id) == (task.case_id, task.id)
    assert again.next_task == house.waiting(task.case_id)
    assert everything(house.workflow.store) == before


def test_another_key_for_a_task_that_is_done_says_who_did_it_and_when(house: SmallHouse) -> None:
    elm = _colleague(house)
    task = house.asked()
    done_at = house.time.now()
    house.complete(task, CHECKED)
    house.time.advance(timedelta(hours=3))
    before = everything(house.workflow.store)

    with pytest.raises(TaskAlreadyCompleted) as refused:
        house.workflow.engine.complete(elm, task.id, AGAIN, key="elm's")

    assert (refused.value.by, refused.value.at) == (house.officer.name, done_at)
    assert everything(house.workflow.store) == before


def test_the_page_and_saved_answers_of_a_task_that_is_done_say_so_too(house: SmallHouse) -> None:
    engine, task = house.workflow.engine, house.asked()
    house.complete(task, CHECKED)

    attempts: list[Callable[[], object]] = [
        lambda: engine.task(house.officer, task.id),
        lambda: engine.check(house.officer, task.id, CHECKED),
        lambda: engine.save_answers(house.officer, task.id, {}),
    ]
    for attempt in attempts:
        with pytest.raises(TaskAlreadyCompleted):
            attempt()


def test_a_double_click_completes_once_and_both_get_the_same_result(house: SmallHouse) -> None:
    task = house.open()

    one, other = _at_once(*[lambda: house.complete(task, ASKED, key="k")] * 2)

    assert isinstance(one, Completed)
    assert one == other
    assert faults(house.workflow) == []


@repeated("races", 100, 500)
def test_of_two_people_at_once_exactly_one_completes_in_every_race(
    house: SmallHouse, races: int
) -> None:
    elm = _colleague(house)
    winners: Counter[str] = Counter()

    for race in range(races):
        task = house.asked()
        answers = {who.id: {**CHECKED, "seen": who.name} for who in (house.officer, elm)}

        sends = (_sends(house, who, task, answers, race) for who in (house.officer, elm))
        results = _at_once(*sends)

        (won,) = [one for one in results if isinstance(one, Completed)]
        (lost,) = [one for one in results if isinstance(one, TaskAlreadyCompleted)]
        assert (lost.by, lost.at) == (won.task.ended_by, house.time.now())
        file = house.workflow.engine.case_file(house.family, task.case_id)
        (kept,) = [row for row in file.record if row.step == "check_it"]
        assert kept.answers["seen"] == kept.by == won.task.ended_by
        winners[kept.by] += 1

    assert winners.total() == races
    assert faults(house.workflow) == []


def _sends(
    house: SmallHouse, who: Actor, task: Task, answers: Mapping[str, Mapping[str, Any]], race: int
) -> Callable[[], Completed]:
    return lambda: house.workflow.engine.complete(
        who, task.id, answers[who.id], key=f"{race} {who.id}"
    )


def test_a_deadline_and_a_person_at_once_leave_one_way(house: SmallHouse) -> None:
    for _ in range(20):
        task = house.open()
        house.time.advance(timedelta(days=28))

        _at_once(
            lambda sent=task: house.complete(sent, ASKED),
            lambda: _tick(house),
        )

        house.workflow.jobs.tick(house.time.now())
    assert faults(house.workflow) == []


def _tick(house: SmallHouse) -> Any:  # noqa: ANN401  what comes of it is not looked at
    return house.workflow.jobs.tick(house.time.now())


def test_the_key_of_another_form_is_refused_and_nothing_is_written(house: SmallHouse) -> None:
    house.complete(house.open(), ASKED, key="k")
    other = house.open()
    before = everything(house.workflow.store)

    with pytest.raises(FormSentBefore):
        house.complete(other, ASKED, key="k")

    assert everything(house.workflow.store) == before


def test_the_key_of_another_person_is_refused_and_tells_nothing(house: SmallHouse) -> None:
    house.complete(house.open(), ASKED, key="k")
    task = house.asked()
    before = everything(house.workflow.store)

    with pytest.raises(FormSentBefore):
        house.complete(task, CHECKED, key="k")
    with pytest.raises(FormSentBefore):
        house.workflow.engine.open_case(house.family, KEY, house.child_id, key="k")

    assert everything(house.workflow.store) == before


def test_opening_a_case_twice_with_one_key_opens_one(house: SmallHouse) -> None:
    engine = house.workflow.engine
    first = engine.open_case(house.family, KEY, house.child_id, key="k")
    before = everything(house.workflow.store)

    again = engine.open_case(house.family, KEY, house.child_id, key="k")

    assert again == first
    assert everything(house.workflow.store) == before


def test_opening_cases_with_two_keys_opens_two(house: SmallHouse) -> None:
    assert house.open().case_id != house.open().case_id


def test_the_key_that_opened_a_case_opens_none_for_another_child(house: SmallHouse) -> None:
    engine = house.workflow.engine
    engine.open_case(house.family, KEY, house.child_id, key="k")
    with house.workflow.store.write() as tx:
        born_on = engine.children(house.family)[0].born_on
        sibling = accounts.insert_child(tx, "Bo", born_on=born_on, setting_id=None)
        accounts.name_party(tx, sibling, FAMILY, account_id=house.family.id)
        accounts.name_party(tx, sibling, CASE_OFFICER, account_id=house.officer.id)

    with pytest.raises(FormSentBefore):
        engine.open_case(house.family, KEY, sibling, key="k")


def test_a_name_is_remembered_as_it_was_when_the_task_was_done(house: SmallHouse) -> None:
    task = house.asked()
    house.complete(task, CHECKED)
    renamed = replace(house.officer, name="Officer Ash-Rowan")

    with pytest.raises(TaskAlreadyCompleted) as refused:
        house.workflow.engine.complete(renamed, task.id, CHECKED, key="later")

    assert refused.value.by == "Officer Ash"


def test_a_case_that_somebody_else_has_saved_meanwhile_is_not_overwritten(
    house: SmallHouse,
) -> None:
    task = house.open()
    with house.workflow.store.read() as tx:
        read_before = cases.row(tx, task.case_id)
    house.complete(task, ASKED)
    before = everything(house.workflow.store)

    with pytest.raises(CaseChanged), house.workflow.store.write() as tx:
        cases.save(tx, read_before, read_before)

    assert everything(house.workflow.store) == before
