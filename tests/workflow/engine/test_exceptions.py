"""Relying on an exception of the law: who may, what it needs, what it leaves as it is."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.engine.test_statements import statements
from tests.workflow.plan_in_time import AWAY, FILES, PlanInTime, build_plan
from workflow.model.actor import MANAGER, Actor
from workflow.model.clock import ClockState
from workflow.model.closure import Closure
from workflow.model.errors import (
    ClockNotFound,
    ClockWasMet,
    FormSentBefore,
    InvalidAnswers,
    OnlyForOfficers,
)
from workflow.store import closures
from workflow.store.tables import clock_exception, letter


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[PlanInTime]:
    built = build_plan(tmp_path)
    built.complete("ask_for_it")
    yield built
    built.workflow.stop()


def test_an_exception_excuses_a_date_and_moves_none(plan: PlanInTime) -> None:
    before = plan.clock("FINAL_PLAN")

    plan.rely()

    after = plan.clock("FINAL_PLAN")
    (relied,) = after.relied_on
    assert replace(after, relied_on=()) == before
    assert (relied.said, relied.by, relied.at) == (AWAY, plan.officer.name, plan.now)
    plan.let_pass(weeks=20, days=1)
    assert plan.clock("FINAL_PLAN").state is ClockState.MISSED
    assert plan.clock("FINAL_PLAN").due_at == before.due_at
    assert faults(plan.workflow) == []


def test_the_family_gets_a_letter_that_says_all_of_it(plan: PlanInTime) -> None:
    plan.rely()
    plan.workflow.jobs.tick(plan.now)

    (written,) = (one for one in plan.file().letters if one.step == "issue_it")
    assert written.to_role == "family"
    assert written.sent_at is not None
    assert written.id == plan.clock("FINAL_PLAN").relied_on[0].letter_id
    for part in (
        "The council must send you the final plan by 31 May 2027.",
        "away from the area for 4 weeks or more (SEND Regulations, regulation 13(3)(d))",
        AWAY.evidence,
        AWAY.why,
        AWAY.told,
        "We cannot do it in time.",
        "does not change",
    ):
        assert part in written.body
    assert "Robin" not in written.subject


def test_it_is_told_in_the_history_without_anything_that_was_written(plan: PlanInTime) -> None:
    plan.rely()

    (told,) = (one for one in plan.file().history if one.kind == "ExceptionReliedOn")

    assert told.by == plan.officer.name
    assert told.details["exception"] == "absence_from_area"
    assert "Ghana" not in repr(told)


def test_several_exceptions_can_be_relied_on_for_one_date(plan: PlanInTime) -> None:
    plan.rely()
    plan.let_pass(days=3)
    plan.rely(replace(AWAY, exception="personal_circumstances"))

    relied = plan.clock("FINAL_PLAN").relied_on
    assert [one.said.exception for one in relied] == [
        "absence_from_area",
        "personal_circumstances",
    ]
    assert faults(plan.workflow) == []


def test_a_date_that_was_missed_can_be_excused_afterwards(plan: PlanInTime) -> None:
    plan.let_pass(weeks=21)

    plan.rely()

    (written,) = (one for one in plan.file().letters if "Ghana" in one.body)
    assert "We did not do it in time." in written.body


def test_the_same_form_twice_writes_one_exception_and_one_letter(plan: PlanInTime) -> None:
    first = plan.rely(key="the same")
    before = everything(plan.workflow.store)

    assert plan.rely(key="the same") == first
    assert everything(plan.workflow.store) == before


def test_a_key_that_was_used_for_another_form_is_refused(plan: PlanInTime) -> None:
    plan.rely(key="the same")

    with pytest.raises(FormSentBefore):
        plan.workflow.clocks.rely_on_exception(
            plan.manager, plan.clock("FINAL_PLAN").id, AWAY, key="the same"
        )


@pytest.mark.parametrize(
    ("changed", "question"),
    [
        ({"exception": "holidays"}, "exception"),
        ({"exception": ""}, "exception"),
        ({"evidence": " " * 40}, "evidence"),
        ({"why": "Busy"}, "why"),
        ({"told": ""}, "told"),
        ({"why": "x" * 5_001}, "why"),
    ],
)
def test_what_says_too_little_is_refused_and_nothing_is_written(
    changed: dict[str, Any], question: str, plan: PlanInTime
) -> None:
    before = everything(plan.workflow.store)

    with pytest.raises(InvalidAnswers) as refused:
        plan.rely(replace(AWAY, **changed))

    assert list(refused.value.problems) == [question]
    assert everything(plan.workflow.store) == before


def test_a_date_for_which_the_law_knows_no_exception_cannot_be_excused(plan: PlanInTime) -> None:
    with pytest.raises(ClockWasMet):
        plan.rely(code="DECIDE_TO_ASSESS")


def test_a_date_that_was_kept_cannot_be_excused(plan: PlanInTime) -> None:
    plan.complete("decide_it", "answer_the_draft")
    plan.let_pass(days=16)
    plan.complete("agree_it")

    with pytest.raises(ClockWasMet):
        plan.rely()


def test_only_officers_and_managers_of_the_case_may_rely_on_it(plan: PlanInTime) -> None:
    clock_id = plan.clock("FINAL_PLAN").id
    stranger = Actor(id=plan.officer.id + "x", name="Nobody", memberships=())

    with pytest.raises(OnlyForOfficers):
        plan.workflow.clocks.sheet(plan.family, clock_id)
    with pytest.raises(ClockNotFound):
        plan.workflow.clocks.sheet(stranger, clock_id)
    with pytest.raises(ClockNotFound):
        plan.workflow.clocks.sheet(plan.officer, "no-such-clock")
    assert plan.workflow.clocks.sheet(plan.manager, clock_id).clock.id == clock_id
    assert plan.file(MANAGER).excusable == {clock_id}
    assert plan.file().excusable == frozenset()


def test_a_pathway_may_take_fewer_exceptions_than_the_law_knows(tmp_path: Path) -> None:
    clocks = FILES["clocks.toml"] + b'exceptions = ["personal_circumstances"]\n'
    plan = build_plan(tmp_path, {**FILES, "clocks.toml": clocks})
    plan.complete("ask_for_it")

    sheet = plan.workflow.clocks.sheet(plan.officer, plan.clock("FINAL_PLAN").id)

    assert [one.id for one in sheet.exceptions] == ["personal_circumstances"]
    plan.workflow.stop()


def test_long_closures_of_the_childs_school_are_shown_to_who_relies_on_them(
    plan: PlanInTime,
) -> None:
    easter = Closure(first_on=date(2027, 3, 25), last_on=date(2027, 4, 9), what="Easter")
    long = Closure(first_on=date(2027, 3, 20), last_on=date(2027, 4, 16), what="Repairs")
    summer = Closure(first_on=date(2027, 7, 22), last_on=date(2027, 9, 1), what="Summer")
    with plan.workflow.store.write() as tx:
        closures.replace_all(tx, [(None, one) for one in (easter, long, summer)])

    sheet = plan.workflow.clocks.sheet(plan.officer, plan.clock("FINAL_PLAN").id)

    assert sheet.long_closures == (long,)


def test_what_was_written_of_an_exception_is_kept_sealed(plan: PlanInTime) -> None:
    plan.rely()

    rows = everything(plan.workflow.store)
    plain = [
        (table, cell)
        for table, found in rows.items()
        for row in found
        for cell in row
        if isinstance(cell, str) and "Ghana" in cell
    ]
    assert plain == []
    assert len(rows[clock_exception.name]) == 1
    assert len(rows[letter.name]) == 1


def test_a_date_goes_by_whatever_is_relied_on(plan: PlanInTime) -> None:
    plan.rely()
    due_at = plan.clock("FINAL_PLAN").due_at

    plan.go_to(due_at + timedelta(days=2))

    # The back-stop sends the plan when the last day is over, so that it is one day late.
    assert plan.clock("FINAL_PLAN").days_over(plan.now) == 1
    assert "ClockMissed FINAL_PLAN" in plan.kinds()


def test_dates_to_look_at_are_found_without_looking_through_all(plan: PlanInTime) -> None:
    with statements() as sent:
        plan.workflow.clocks.notices(plan.officer)

    with sqlite3.connect(plan.stage.database) as database:
        (told,) = (
            [str(row[3]) for row in database.execute(f"explain query plan {text}", values)]
            for text, values in sent
            if text.lstrip().lower().startswith("select clock")
        )
    database.close()
    # Only those that somebody should look at are in this index.
    assert any("USING COVERING INDEX ix_clock_notice_soonest (taker=?" in line for line in told)
    assert [line for line in told if line.startswith("SCAN clock")] == []
