"""Periods of the law in a case: started, met, warned of, missed; and never moved."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.plan_in_time import BEGAN, FILES, PlanInTime, build_plan, without_the_wait
from workflow.model.case import CaseStatus
from workflow.model.clock import ClockState
from workflow.model.closure import Closure
from workflow.model.errors import TooEarly
from workflow.store import closures

AFTER_SIX_WEEKS = datetime(2027, 2, 23, tzinfo=UTC)
AFTER_TWENTY_WEEKS = datetime(2027, 5, 31, 23, tzinfo=UTC)  # midnight in summer time


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[PlanInTime]:
    built = build_plan(tmp_path)
    yield built
    built.workflow.stop()


@pytest.fixture
def asked(plan: PlanInTime) -> PlanInTime:
    plan.complete("ask_for_it")
    return plan


@pytest.fixture
def drafted(asked: PlanInTime) -> PlanInTime:
    asked.let_pass(days=20)
    asked.complete("decide_it")
    return asked


def test_no_clock_runs_before_what_starts_it(plan: PlanInTime) -> None:
    assert plan.file().clocks == ()


def test_a_clock_starts_in_the_move_that_causes_it_and_ends_when_its_last_day_is_over(
    asked: PlanInTime,
) -> None:
    decide, final = asked.file().clocks

    assert (decide.code, final.code) == ("DECIDE_TO_ASSESS", "FINAL_PLAN")
    assert decide.started_at == final.started_at == BEGAN
    assert (decide.due_at, decide.last_day) == (AFTER_SIX_WEEKS, date(2027, 2, 22))
    assert (final.due_at, final.last_day) == (AFTER_TWENTY_WEEKS, date(2027, 5, 31))
    assert asked.kinds() == ["ClockStarted DECIDE_TO_ASSESS", "ClockStarted FINAL_PLAN"]
    assert faults(asked.workflow) == []


def test_a_clock_is_met_in_the_move_that_reaches_its_target(drafted: PlanInTime) -> None:
    decide = drafted.clock("DECIDE_TO_ASSESS")

    assert (decide.state, decide.met_at) == (ClockState.MET, drafted.now)
    assert drafted.kinds()[2:] == ["ClockMet DECIDE_TO_ASSESS", "ClockStarted REPS_DRAFT"]
    assert drafted.clock("FINAL_PLAN").state is ClockState.RUNNING


def test_a_clock_that_is_met_is_neither_warned_of_nor_missed(drafted: PlanInTime) -> None:
    drafted.let_pass(days=40)

    assert "ClockWarned DECIDE_TO_ASSESS" not in drafted.kinds()
    assert "ClockMissed DECIDE_TO_ASSESS" not in drafted.kinds()
    assert drafted.workflow.clocks.notices(drafted.officer) == ()


def test_the_day_of_the_event_is_the_first_where_the_law_says_so(drafted: PlanInTime) -> None:
    reps = drafted.clock("REPS_DRAFT")

    assert reps.started_on == date(2027, 1, 31)
    # Fifteen days beginning with 31 January.
    assert reps.last_day == date(2027, 2, 14)


def test_warnings_come_once_each_on_their_day_and_put_a_notice_on_the_officers_list(
    asked: PlanInTime,
) -> None:
    asked.go_to(datetime(2027, 2, 7, 23, 59, tzinfo=UTC))
    assert asked.workflow.clocks.notices(asked.officer) == ()

    asked.go_to(datetime(2027, 2, 8, tzinfo=UTC))
    asked.workflow.jobs.tick(asked.now)

    (notice,) = asked.workflow.clocks.notices(asked.officer)
    assert notice.clock.code == "DECIDE_TO_ASSESS"
    assert asked.workflow.clocks.notices(asked.manager) == (notice,)
    assert asked.workflow.clocks.notices(asked.family) == ()
    (entry,) = asked.workflow.engine.worklist(asked.officer)
    assert entry.clock == notice.clock
    assert asked.kinds().count("ClockWarned DECIDE_TO_ASSESS") == 1
    assert faults(asked.workflow) == []


def test_a_clock_that_runs_out_is_missed_and_its_back_stop_moves_the_case_on(
    asked: PlanInTime,
) -> None:
    asked.go_to(AFTER_SIX_WEEKS - timedelta(microseconds=1))
    assert asked.clock("DECIDE_TO_ASSESS").state is ClockState.RUNNING
    assert [one.step for one in asked.file().open_tasks] == ["decide_it"]

    asked.go_to(AFTER_SIX_WEEKS)

    missed = asked.clock("DECIDE_TO_ASSESS")
    assert (missed.state, missed.met_at) == (ClockState.MISSED, None)
    assert missed.due_at == AFTER_SIX_WEEKS
    assert [one.step for one in asked.file().open_tasks] == ["decide_instead"]
    assert asked.kinds()[-1] == "ClockMissed DECIDE_TO_ASSESS"
    assert faults(asked.workflow) == []


def test_a_target_that_is_reached_late_is_kept_beside_the_date_that_was_missed(
    asked: PlanInTime,
) -> None:
    asked.go_to(AFTER_SIX_WEEKS + timedelta(days=3, hours=9))
    assert asked.clock("DECIDE_TO_ASSESS").days_over(asked.now) == 4

    asked.complete("decide_instead")

    late = asked.clock("DECIDE_TO_ASSESS")
    assert (late.state, late.met_at) == (ClockState.MISSED, asked.now)
    assert late.last_day == date(2027, 2, 22)
    assert late.days_over(asked.now + timedelta(days=99)) == 4
    assert "ClockMetLate DECIDE_TO_ASSESS" in asked.kinds()
    assert asked.workflow.clocks.notices(asked.officer) == ()


def test_a_back_stop_falls_due_with_its_clock_however_late_its_step_begins(
    drafted: PlanInTime,
) -> None:
    drafted.complete("answer_the_draft")
    drafted.let_pass(days=30)

    (wait,) = (one for one in drafted.file().waits if one.step == "plan_is_due")

    assert wait.due_at == AFTER_TWENTY_WEEKS


def test_when_twenty_weeks_are_over_the_plan_goes_out_though_nobody_has_agreed(
    drafted: PlanInTime,
) -> None:
    drafted.complete("answer_the_draft")

    drafted.go_to(AFTER_TWENTY_WEEKS)

    assert drafted.file().case.status is CaseStatus.COMPLETED
    assert drafted.file().case.outcome == "plan_sent"
    assert drafted.kinds()[-2:] == ["ClockMissed FINAL_PLAN", "ClockMetLate FINAL_PLAN"]
    assert faults(drafted.workflow) == []


def test_after_weeks_without_a_server_warnings_and_ends_come_in_order_once_each(
    asked: PlanInTime,
) -> None:
    asked.jump_to(datetime(2027, 2, 22, 12, tzinfo=UTC))
    asked.workflow.jobs.tick(asked.now)
    asked.jump_to(datetime(2027, 6, 20, 12, tzinfo=UTC))
    asked.workflow.jobs.tick(asked.now)
    asked.workflow.jobs.tick(asked.now)

    assert asked.kinds()[2:] == [
        "ClockWarned DECIDE_TO_ASSESS",
        "ClockWarned DECIDE_TO_ASSESS",
        "ClockMissed DECIDE_TO_ASSESS",
        "ClockMissed FINAL_PLAN",
    ]
    assert faults(asked.workflow) == []


def test_a_target_reached_after_the_end_but_before_the_job_is_missed_all_the_same(
    asked: PlanInTime,
) -> None:
    asked.jump_to(AFTER_SIX_WEEKS + timedelta(hours=10))
    asked.complete("decide_it")
    asked.workflow.jobs.tick(asked.now)

    assert asked.clock("DECIDE_TO_ASSESS").state is ClockState.MISSED
    assert [one for one in asked.kinds() if one.endswith("ASSESS")] == [
        "ClockStarted DECIDE_TO_ASSESS",
        "ClockMissed DECIDE_TO_ASSESS",
        "ClockMetLate DECIDE_TO_ASSESS",
    ]
    assert faults(asked.workflow) == []


def test_a_family_has_its_time_even_if_it_answers_at_once(drafted: PlanInTime) -> None:
    drafted.complete("answer_the_draft")

    drafted.go_to(datetime(2027, 2, 14, 23, 59, tzinfo=UTC))
    assert [one.step for one in drafted.file().open_tasks] == []

    drafted.go_to(datetime(2027, 2, 15, tzinfo=UTC))
    assert [one.step for one in drafted.file().open_tasks] == ["agree_it"]
    reps = drafted.clock("REPS_DRAFT")
    assert (reps.state, reps.met_at) == (ClockState.MET, reps.due_at)


def test_what_must_leave_a_family_time_cannot_be_completed_before(tmp_path: Path) -> None:
    plan = build_plan(tmp_path, without_the_wait())
    plan.complete("ask_for_it", "decide_it", "answer_the_draft")
    plan.let_pass(days=3)
    sheet = plan.workflow.engine.task(plan.officer, plan.task("agree_it").id)
    before = everything(plan.workflow.store)

    with pytest.raises(TooEarly, match="until the end of 25 January 2027") as refused:
        plan.complete("agree_it")

    assert "from 26 January 2027 on" in str(refused.value)
    assert sheet.not_before == plan.clock("REPS_DRAFT")
    assert everything(plan.workflow.store) == before
    plan.go_to(datetime(2027, 1, 26, tzinfo=UTC))
    plan.complete("agree_it")
    assert plan.clock("REPS_DRAFT").state is ClockState.MET
    plan.workflow.stop()


def test_a_time_that_was_cut_short_is_told(tmp_path: Path) -> None:
    files = without_the_wait()
    clocks = (
        files["clocks.toml"]
        .decode()
        .replace(
            'target = { when = "completed", step = "agree_it" }',
            'target = { when = "reached", step = "agree_it" }',
        )
    )
    plan = build_plan(tmp_path, {**files, "clocks.toml": clocks.encode()})
    plan.complete("ask_for_it", "decide_it", "answer_the_draft")

    plan.let_pass(days=3)

    assert plan.clock("REPS_DRAFT").state is ClockState.MISSED
    assert plan.kinds()[-1] == "ClockCutShort REPS_DRAFT"
    plan.workflow.stop()


def test_a_clock_that_runs_when_its_case_comes_to_an_end_is_ended(tmp_path: Path) -> None:
    clocks = (
        FILES["clocks.toml"]
        .decode()
        .replace(
            'starts = { when = "completed", step = "ask_for_it" }', 'starts = { when = "opened" }'
        )
    )
    plan = build_plan(tmp_path, {**FILES, "clocks.toml": clocks.encode()})

    plan.let_pass(days=29)  # nobody asks for anything

    assert plan.file().case.outcome == "withdrawn"
    assert {one.state for one in plan.file().clocks} == {ClockState.ENDED}
    plan.let_pass(days=200)
    assert plan.kinds()[-2:] == ["ClockEnded DECIDE_TO_ASSESS", "ClockEnded FINAL_PLAN"]
    assert faults(plan.workflow) == []
    plan.workflow.stop()


def _round_again(tmp_path: Path) -> PlanInTime:
    """A pathway in which the manager hands the decision back to the officer."""
    back = (
        FILES["pathway.bpmn"]
        .decode()
        .replace(
            'sourceRef="decide_instead" targetRef="decided"',
            'sourceRef="decide_instead" targetRef="decide_it"',
        )
    )
    clocks = (
        FILES["clocks.toml"]
        .decode()
        .replace(
            'starts = { when = "completed", step = "ask_for_it" }',
            'starts = { when = "reached", step = "decide_it" }',
            1,
        )
    )
    return build_plan(
        tmp_path, {**FILES, "pathway.bpmn": back.encode(), "clocks.toml": clocks.encode()}
    )


def test_going_round_a_loop_leaves_the_first_date_of_a_clock_as_it_is(tmp_path: Path) -> None:
    plan = _round_again(tmp_path)
    plan.complete("ask_for_it")
    first = plan.clock("DECIDE_TO_ASSESS")
    plan.go_to(AFTER_SIX_WEEKS)

    plan.complete("decide_instead")

    (same,) = (one for one in plan.file().clocks if one.code == "DECIDE_TO_ASSESS")
    assert (same.id, same.due_at, same.state) == (first.id, first.due_at, ClockState.MISSED)
    # The back-stop has done its work for this clock; it does not happen at once again.
    (again,) = (one for one in plan.file().waits if one.step == "decision_is_due")
    assert again.due_at > plan.now
    assert faults(plan.workflow) == []
    plan.workflow.stop()


def test_a_shorter_law_counts_from_the_day_on_which_a_clock_starts(tmp_path: Path) -> None:
    periods = FILES["periods.toml"].decode().replace('duration = "P20W"', 'duration = "P18W"')
    plan = build_plan(tmp_path, {**FILES, "periods.toml": periods.encode()})

    plan.complete("ask_for_it")

    assert plan.clock("FINAL_PLAN").last_day == date(2027, 5, 17)
    plan.workflow.stop()


def test_a_period_in_school_days_leaves_out_the_closures_of_the_childs_school(
    tmp_path: Path,
) -> None:
    periods = (
        FILES["periods.toml"]
        .decode()
        .replace('duration = "P6W"\nunit = "calendar"', 'duration = "P10D"\nunit = "school"')
    )
    plan = build_plan(tmp_path, {**FILES, "periods.toml": periods.encode()})
    half_term = Closure(first_on=date(2027, 1, 18), last_on=date(2027, 1, 22), what="Half-term")
    with plan.workflow.store.write() as tx:
        closures.replace_all(tx, [(None, half_term)])

    plan.complete("ask_for_it")

    assert plan.clock("DECIDE_TO_ASSESS").last_day == date(2027, 2, 1)
    assert plan.task("decide_it").due_at == datetime(2027, 2, 1, 9, tzinfo=UTC)
    plan.workflow.stop()
