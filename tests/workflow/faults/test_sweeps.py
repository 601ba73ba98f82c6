"""Every command, killed at every moment of its work with the database."""

from itertools import count

import pytest

from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.faults.hooks import PulledPlug, failing_at
from tests.workflow.faults.mutants import MUTANTS
from tests.workflow.faults.sweep import sweep
from tests.workflow.house import ASKED, CHECKED, KEY, SmallHouse
from workflow.clocks import add_working_days


def test_opening_a_case_is_done_or_not_begun(house: SmallHouse) -> None:
    found = sweep(
        house,
        lambda at: at.workflow.engine.open_case(at.family, KEY, at.child_id, key="opening"),
    )

    assert found.problems == []
    assert found.between == 0
    assert found.before > 20


def test_completing_a_task_is_done_or_not_begun(house: SmallHouse) -> None:
    task = house.open()

    found = sweep(house, lambda at: at.complete(task, ASKED, key="asking"))

    assert found.problems == []
    assert found.between == 0
    assert found.before > 20
    assert found.after >= 1


def test_completing_the_last_task_of_a_case_is_done_or_not_begun(house: SmallHouse) -> None:
    task = house.asked()
    _let_working_days_pass(house, 3)

    found = sweep(house, lambda at: at.complete(task, CHECKED, key="checking"))

    assert found.problems == []
    assert found.between == 0


def test_a_deadline_happens_or_does_not(house: SmallHouse) -> None:
    house.asked()
    house.workflow.jobs.tick(house.time.now())
    _move_on(house, 3)

    found = sweep(house, lambda at: at.workflow.jobs.tick(at.time.now()))

    assert found.problems == []


def test_a_letter_leaves_the_outbox_once(house: SmallHouse) -> None:
    task = house.asked()
    _let_working_days_pass(house, 3)
    house.complete(task, CHECKED)

    found = sweep(house, lambda at: at.workflow.jobs.tick(at.time.now()))

    assert found.problems == []
    (letter,) = (house.path.parent / "outbox").glob("*.txt")
    assert "yes, A tablet. We saw: It talks. It costs 349.99." in letter.read_text("utf-8")


def _let_working_days_pass(house: SmallHouse, days: int) -> None:
    _move_on(house, days)
    house.workflow.jobs.tick(house.time.now())


def _move_on(house: SmallHouse, days: int) -> None:
    today = house.time.now().date()
    house.time.advance(add_working_days(today, days) - today)


def test_a_command_that_fails_at_any_moment_leaves_nothing_and_can_be_sent_again(
    house: SmallHouse,
) -> None:
    task, failures = house.open(), 0
    before = everything(house.workflow.store)

    for moment in count(1):
        try:
            with failing_at(moment):
                house.complete(task, ASKED, key="asking")
        except PulledPlug:
            failures += 1
            assert everything(house.workflow.store) == before
        else:
            break

    assert failures > 40
    assert faults(house.workflow) == []


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_sweep_finds_out(house: SmallHouse, mutant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    task = house.open()
    MUTANTS[mutant](house, monkeypatch)

    found = sweep(house, lambda at: at.complete(task, ASKED, key="asking"), until_problem=True)

    assert found.problems != []
