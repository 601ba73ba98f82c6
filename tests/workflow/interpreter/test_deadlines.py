"""Deadlines: they fall due as the rules say, and happen when a command says so."""

from datetime import timedelta

import pytest

from tests.workflow.interpreter.drawings import (
    Process,
    cycle,
    timer,
    timer_at,
    times,
    xml,
)
from tests.workflow.interpreter.drive import MONDAY, Case
from tests.workflow.interpreter.lines import line, with_deadline
from workflow.interpreter import Awaits, RuleFailed


def test_a_deadline_falls_due_as_long_after_the_step_began_as_the_rules_say() -> None:
    case = Case(xml(with_deadline(interrupting=True))).start()

    [deadline] = case.last.awaited

    assert (deadline.step, deadline.kind) == ("late", Awaits.TIMER)
    assert deadline.due_at == MONDAY + timedelta(days=5)


def test_a_deadline_stays_where_it_is_while_other_things_happen() -> None:
    p = with_deadline(interrupting=True)
    p.inside = [each for each in p.inside if 'id="begin__a"' not in each]
    p.parallel("fork")
    p.user("d")
    p.end("end_d")
    p.path("begin", "fork", "a")
    p.path("fork", "d", "end_d")
    case = Case(xml(p)).start()
    before = case.last.awaited

    case.now += timedelta(days=2)
    case.complete("d")

    assert case.last.awaited == before


def test_an_interrupting_deadline_ends_the_step() -> None:
    case = Case(xml(with_deadline(interrupting=True))).start()

    done = case.occur("late")

    assert case.open == ["c"]
    assert case.waits == []
    assert done.travelled == ("late__c",)


def test_a_step_done_in_time_ends_its_deadline() -> None:
    case = Case(xml(with_deadline(interrupting=True))).start()

    case.complete("a")

    assert (case.open, case.waits) == (["b"], [])


def test_after_a_reminder_the_step_goes_on() -> None:
    case = Case(xml(with_deadline(interrupting=False))).start()

    case.occur("late")

    assert (case.open, case.waits) == (["a", "c"], [])


def test_a_reminder_outlives_its_step_and_holds_the_end() -> None:
    case = Case(xml(with_deadline(interrupting=False))).start()
    case.occur("late")
    case.complete("a")
    case.complete("b")

    assert (case.open, case.last.done) == (["c"], False)
    assert case.complete("c").done
    assert case.ended == ["finish", "other"]


def test_a_repeated_reminder_comes_as_often_as_drawn() -> None:
    case = Case(xml(with_deadline(interrupting=False, event=cycle("R3/P7D")))).start()
    due = []

    while case.waits:
        due.append(case.last.awaited[0].due_at)
        assert case.occur("late").travelled == ("late__c",)

    assert due == [MONDAY + timedelta(days=days) for days in (7, 14, 21)]
    assert case.open == ["a", "c", "c", "c"]


def test_a_reminder_for_ever_comes_until_the_step_is_done() -> None:
    case = Case(xml(with_deadline(interrupting=False, event=cycle("R/P7D")))).start()
    token = case.last.awaited[0].token
    for _ in range(50):
        case.occur("late")
        case.complete("c")

    assert (case.waits, case.last.awaited[0].token) == (["late"], token)
    case.complete("a")
    assert (case.open, case.waits) == (["b"], [])


def test_a_reminder_for_ever_leaves_nothing_behind_in_the_snapshot() -> None:
    case = Case(xml(with_deadline(interrupting=False, event=cycle("R/P7D")))).start()
    case.occur("late")
    case.complete("c")
    before = len(case.snapshot)

    for _ in range(60):
        case.occur("late")
        case.complete("c")

    assert len(case.snapshot) <= before + 5


def test_a_deadline_on_a_day_is_read_as_it_is_drawn() -> None:
    p = line("a")
    p.catch("wait", timer_at("2027-03-01T09:00:00+00:00"))
    p.inside = [each for each in p.inside if 'id="a__finish"' not in each]
    p.path("a", "wait", "finish")
    case = Case(xml(p)).start()

    case.complete("a")

    assert case.last.awaited[0].due_at.isoformat() == "2027-03-01T09:00:00+00:00"
    assert case.occur("wait").done


def test_a_moment_without_a_time_zone_is_a_failed_rule() -> None:
    with pytest.raises(RuleFailed) as failed:
        Case(xml(with_deadline(interrupting=True, event=timer_at("2027-03-01")))).start()

    assert failed.value.step == "late"


def two_steps_at_once(part: str) -> Process:
    inner = Process(part)
    inner.start("i_begin")
    inner.end("i_end")
    inner.parallel("fork")
    inner.parallel("join")
    for step in ("s1", "s2"):
        inner.user(step)
        inner.path("fork", step, "join")
    inner.path("i_begin", "fork")
    inner.path("join", "i_end")
    inner.boundary("inner_late", "s1", timer("P2D"), interrupting=False)
    inner.end("i_reminded")
    inner.path("inner_late", "i_reminded")
    return inner


def test_a_deadline_on_a_part_ends_everything_inside_it() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.sub(two_steps_at_once("inside"), times("2"))
    p.user("c")
    p.boundary("late", "inside", timer("P5D"))
    p.path("begin", "inside", "finish")
    p.path("late", "c", "finish")
    case = Case(xml(p)).start()
    case.occur("inner_late")
    assert case.open == ["s1", "s1", "s2", "s2"]

    case.occur("late")

    assert (case.open, case.waits) == (["c"], [])
    assert case.complete("c").done


def test_several_deadlines_on_one_step_each_have_their_own() -> None:
    p = with_deadline(interrupting=True)
    p.boundary("first_reminder", "a", timer("P1D"), interrupting=False)
    p.boundary("second_reminder", "a", timer("P3D"), interrupting=False)
    for n in ("first", "second"):
        p.send(f"{n}_letter")
        p.end(f"{n}_end")
        p.path(f"{n}_reminder", f"{n}_letter", f"{n}_end")
    case = Case(xml(p)).start()
    assert {w.step: w.due_at for w in case.last.awaited} == {
        "late": MONDAY + timedelta(days=5),
        "first_reminder": MONDAY + timedelta(days=1),
        "second_reminder": MONDAY + timedelta(days=3),
    }

    case.occur("first_reminder")
    case.occur("second_reminder")
    case.occur("late")

    assert case.sent == ["first_letter", "second_letter"]
    assert case.open == ["c"]
