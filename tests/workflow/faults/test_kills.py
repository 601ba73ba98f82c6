"""A process that is killed in the middle leaves a case before a command or after it."""

import pytest
from sqlalchemy import bindparam

from tests.workflow.audit import faults
from tests.workflow.faults.crowd import run_and_kill
from tests.workflow.faults.mutants import MUTANTS
from tests.workflow.house import ASKED, SmallHouse
from workflow.store import cases
from workflow.store.tables import case

KILLS = 200
#: A second transaction is open for a moment only; it is found long before so many, as a rule.
KILLS_OF_MUTANTS = 2_000


def test_200_kills_lose_nothing_double_nothing_and_leave_no_deadline_or_letter_without_its_job(
    house: SmallHouse,
) -> None:
    books = run_and_kill(house, kills=KILLS, seed=20270111)

    assert books.problems == []
    assert books.kills == KILLS
    assert len(books.acked) > KILLS
    assert books.interrupted > 0


@pytest.mark.parametrize("mutant", ["answers in a second transaction", "jobs after the commit"])
def test_kills_find_what_is_written_in_a_second_transaction(
    house: SmallHouse, mutant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    MUTANTS[mutant](house, monkeypatch)

    books = run_and_kill(house, kills=KILLS_OF_MUTANTS, seed=20270112, until_problem=True)

    assert books.problems != []


def test_a_save_that_does_not_look_at_the_revision_is_found(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "_SAVE", case.update().where(case.c.id == bindparam("saved")))
    task = house.open()
    with house.workflow.store.read() as tx:
        read_before = cases.row(tx, task.case_id)
    house.complete(task, ASKED)

    with house.workflow.store.write() as tx:
        cases.save(tx, read_before, read_before)

    assert faults(house.workflow) != []
