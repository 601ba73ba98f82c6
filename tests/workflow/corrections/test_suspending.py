"""Suspending a case and letting it go on: who waits, what goes on, what happens afterwards."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.house import ASKED, CHECKED, SmallHouse, build_small_house
from tests.workflow.plan_in_time import PlanInTime, build_plan
from tests.workflow.putting_right import (
    TOLD,
    WHY,
    asked,
    file,
    resume,
    revision,
    suspend,
)
from workflow.model.case import CaseStatus
from workflow.model.clock import ClockState
from workflow.model.correction import Asked, CorrectionKind, Said
from workflow.model.errors import (
    CaseEnded,
    CaseNotFound,
    CaseNotSuspended,
    CaseSuspended,
    FormSentBefore,
    InvalidAnswers,
    OnlyForOfficers,
)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[PlanInTime]:
    built = build_plan(tmp_path)
    built.complete("ask_for_it")
    yield built
    built.workflow.stop()


def _fired(house: SmallHouse, case_id: str) -> list[str]:
    """Run all that is due, and return the timers that have happened so far, in their order."""
    house.workflow.jobs.tick(house.time.now())
    return [one.step or "" for one in file(house, case_id).history if one.kind == "TimerFired"]


def _by_due_date(house: SmallHouse, case_id: str) -> list[str]:
    return [one.step for one in sorted(file(house, case_id).waits, key=lambda one: one.due_at)]


def test_nobody_can_complete_a_task_of_a_suspended_case_but_saved_answers_are_kept(
    house: SmallHouse,
) -> None:
    task = house.open()
    suspend(house, task.case_id)
    engine = house.workflow.engine

    engine.save_answers(house.family, task.id, ASKED)
    for attempt in (
        lambda: engine.check(house.family, task.id, ASKED),
        lambda: house.complete(task, ASKED),
    ):
        with pytest.raises(CaseSuspended, match="paused"):
            attempt()

    sheet = engine.task(house.family, task.id)
    assert sheet.saved == ASKED
    assert sheet.pause is not None
    assert (sheet.pause.by, sheet.pause.look_again_on) == ("Officer Ash", date(2027, 12, 31))
    assert faults(house.workflow) == []


def test_a_case_that_goes_on_goes_on_where_it_was(house: SmallHouse) -> None:
    task = house.open()
    suspend(house, task.case_id)

    resume(house, task.case_id)

    assert file(house, task.case_id).case.status is CaseStatus.ACTIVE
    assert house.workflow.engine.task(house.family, task.id).pause is None
    house.complete(task, ASKED)
    house.complete(house.waiting(task.case_id), CHECKED)
    assert faults(house.workflow) == []


def test_the_worklist_says_that_a_case_is_paused(house: SmallHouse) -> None:
    task = house.open()
    suspend(house, task.case_id)

    (entry,) = house.workflow.engine.worklist(house.family)

    assert entry.paused


def test_timers_that_fall_due_meanwhile_wait_and_happen_once_each_in_their_order(
    house: SmallHouse,
) -> None:
    case_id = house.asked().case_id
    suspend(house, case_id)
    due = _by_due_date(house, case_id)
    assert due == ["time_to_think", "check_overdue"]
    house.time.advance(timedelta(days=40))

    assert _fired(house, case_id) == []
    assert _by_due_date(house, case_id) == due
    assert faults(house.workflow) == []
    resume(house, case_id)

    assert _fired(house, case_id) == due
    assert _fired(house, case_id) == due
    assert file(house, case_id).waits == ()
    assert faults(house.workflow) == []


def test_a_timer_whose_job_had_not_run_before_the_pause_still_happens_once(
    house: SmallHouse,
) -> None:
    case_id = house.asked().case_id
    house.time.advance(timedelta(days=40))
    suspend(house, case_id)

    resume(house, case_id)

    assert _fired(house, case_id) == ["time_to_think", "check_overdue"]
    assert faults(house.workflow) == []


def test_a_timer_that_is_not_due_yet_happens_at_its_own_time_after_the_pause(
    house: SmallHouse,
) -> None:
    case_id = house.asked().case_id
    due = _by_due_date(house, case_id)
    last = file(house, case_id).waits[-1].due_at
    suspend(house, case_id)
    house.time.advance(timedelta(hours=1))
    resume(house, case_id)

    assert _fired(house, case_id) == []
    house.time.set(last)
    assert _fired(house, case_id) == due


def test_the_dates_of_the_law_go_on_while_a_case_is_suspended(plan: PlanInTime) -> None:
    before = plan.clock("FINAL_PLAN")
    said = Said(reason=WHY, told=TOLD, look_again_on=date(2027, 12, 31))
    form = Asked(said=said, key=str(uuid4()), revision=plan.file().case.revision)
    plan.workflow.corrections.suspend(plan.officer, plan.case_id, form)

    plan.let_pass(weeks=21)

    after = plan.clock("FINAL_PLAN")
    assert (after.due_at, after.state) == (before.due_at, ClockState.MISSED)
    assert faults(plan.workflow) == []


def test_the_family_gets_a_letter_and_reads_why_and_the_history_holds_no_word_of_it(
    house: SmallHouse,
) -> None:
    case_id = house.open().case_id
    suspend(house, case_id, until=date(2027, 2, 1))
    house.workflow.jobs.tick(house.time.now())

    seen = file(house, case_id, house.family)

    (letter,) = seen.letters
    assert letter.sent_at is not None
    assert letter.subject == "We have paused your case"
    assert TOLD in letter.body
    assert "Ada" in letter.body
    assert "by 1 February 2027 at the latest" in letter.body
    assert WHY not in letter.body
    (made,) = seen.corrections
    assert (made.kind, made.by, made.at) == (
        CorrectionKind.SUSPENDED,
        "Officer Ash",
        house.time.now(),
    )
    assert (made.said.reason, made.said.told, made.letter_id) == (WHY, TOLD, letter.id)
    told = repr([one for one in seen.history if one.sequence == made.sequence])
    assert "CaseSuspended" in told
    assert "school" not in told


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"reason": "because"}, {"reason"}),
        ({"reason": "x" * 5_001}, {"reason"}),
        ({"told": ""}, {"told"}),
        ({"look_again_on": None}, {"look_again_on"}),
        ({"look_again_on": date(2027, 1, 10)}, {"look_again_on"}),
        ({"reason": " " * 20, "told": "-", "look_again_on": None}, None),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_written(
    house: SmallHouse, said: dict[str, object], wrong: set[str] | None
) -> None:
    case_id = house.open().case_id
    form = asked(house, case_id, **{"look_again_on": date(2027, 2, 1), **said})
    before = everything(house.workflow.store)

    with pytest.raises(InvalidAnswers) as refused:
        house.workflow.corrections.suspend(house.officer, case_id, form)

    assert set(refused.value.problems) == (wrong or {"reason", "told", "look_again_on"})
    assert everything(house.workflow.store) == before


def test_the_same_form_twice_suspends_once_with_one_letter(house: SmallHouse) -> None:
    case_id = house.open().case_id
    form = asked(house, case_id, look_again_on=date(2027, 2, 1))
    house.workflow.corrections.suspend(house.officer, case_id, form)
    before = everything(house.workflow.store)

    house.workflow.corrections.suspend(house.officer, case_id, form)

    assert everything(house.workflow.store) == before


def test_a_key_of_another_form_is_refused(house: SmallHouse) -> None:
    case_id = house.open().case_id
    form = asked(house, case_id, look_again_on=date(2027, 2, 1))
    house.workflow.corrections.suspend(house.officer, case_id, form)

    with pytest.raises(FormSentBefore):
        house.workflow.corrections.resume(house.officer, case_id, form)


def test_a_case_that_changed_since_the_form_was_shown_is_looked_at_again(
    house: SmallHouse,
) -> None:
    task = house.open()
    form = asked(house, task.case_id, look_again_on=date(2027, 2, 1))
    house.complete(task, ASKED)
    before = everything(house.workflow.store)

    with pytest.raises(InvalidAnswers) as refused:
        house.workflow.corrections.suspend(house.officer, task.case_id, form)

    assert "changed this case since" in refused.value.problems[""]
    assert everything(house.workflow.store) == before


def test_only_officers_of_the_case_suspend_it_and_to_others_it_does_not_exist(
    house: SmallHouse, tmp_path: Path, time: FakeTime
) -> None:
    case_id = house.open().case_id
    form = asked(house, case_id, look_again_on=date(2027, 2, 1))
    elsewhere = build_small_house(tmp_path / "another", time)
    before = everything(house.workflow.store)

    with pytest.raises(OnlyForOfficers):
        house.workflow.corrections.suspend(house.family, case_id, form)
    with pytest.raises(CaseNotFound):
        house.workflow.corrections.suspend(elsewhere.officer, case_id, form)

    assert everything(house.workflow.store) == before
    elsewhere.workflow.stop()


def test_what_is_not_so_cannot_be_ended_or_begun(house: SmallHouse) -> None:
    case_id = house.open().case_id
    with pytest.raises(CaseNotSuspended):
        resume(house, case_id)
    suspend(house, case_id)
    with pytest.raises(CaseSuspended):
        suspend(house, case_id)


def test_a_case_that_has_ended_stays_as_it_ended(house: SmallHouse) -> None:
    task = house.open()
    house.complete(task, {**ASKED, "kind": "theirs"})
    assert file(house, task.case_id).case.status is CaseStatus.COMPLETED
    number = revision(house, task.case_id)

    with pytest.raises(CaseEnded):
        suspend(house, task.case_id)

    assert revision(house, task.case_id) == number
