"""Deadlines, messages, conditions: an event occurs when a command says so, never by itself."""

from datetime import timedelta

import pytest

from tests.workflow.interpreter.catalogue import feel
from tests.workflow.interpreter.drawings import (
    TERMINATE,
    Process,
    again,
    cycle,
    message,
    messages,
    timer,
    timer_at,
    times,
    when,
    xml,
)
from tests.workflow.interpreter.drive import MONDAY, Case
from workflow.interpreter import Awaits, NotAwaited, Occur, RuleFailed


def line(*steps: str) -> Process:
    """A process of user tasks, one after another."""
    p = Process("p")
    p.start()
    p.end()
    for step in steps:
        p.user(step)
    p.path("begin", *steps, "finish")
    return p


def with_deadline(*, interrupting: bool, event: str = "") -> Process:
    p = line("a", "b")
    p.user("c")
    p.end("other")
    p.boundary("late", "a", event or timer("P5D"), interrupting=interrupting)
    p.path("late", "c", "other")
    return p


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


def first_of_two() -> bytes:
    p = line("a")
    p.inside = [each for each in p.inside if 'id="a__finish"' not in each]
    p.first_of("wait")
    p.catch("reply", message("reply"))
    p.catch("late", timer("P20D"))
    p.user("b")
    p.user("c")
    p.path("a", "wait", "reply", "b", "finish")
    p.path("wait", "late", "c", "finish")
    return xml(p, more=messages("reply"))


@pytest.mark.parametrize(("event", "then"), [("reply", "b"), ("late", "c")])
def test_of_several_events_the_first_decides_the_way(event: str, then: str) -> None:
    case = Case(first_of_two()).start()
    case.complete("a")
    assert case.waits == ["late", "reply"]
    assert len({wait.token for wait in case.last.awaited}) == 1

    done = case.occur(event, {"word": "x"} if event == "reply" else None)

    assert (case.open, case.waits) == ([then], [])
    assert done.travelled == (f"wait__{event}", f"{event}__{then}")


def test_what_a_message_says_is_in_the_record_and_not_in_the_snapshot() -> None:
    p = line("a")
    p.inside = [each for each in p.inside if 'id="a__finish"' not in each]
    p.add("receiveTask", "reply", name="Reply")
    p.xor("which", "which__c")
    p.user("b")
    p.user("c")
    p.path("a", "reply", "which", "c", "finish")
    p.flow("which", "b", 'reply.word = "yes"')
    p.path("b", "finish")
    case = Case(xml(p)).start()
    case.complete("a")
    assert case.last.awaited[0].name == "Reply"

    case.occur("reply", {"word": "yes", "secret": "tulip"})

    assert case.open == ["b"]
    assert "tulip" not in case.snapshot


def test_a_condition_occurs_as_soon_as_it_is_true_and_once() -> None:
    p = line("a", "b")
    p.boundary("rich", "b", when("a.amount > 100"), interrupting=False)
    p.send("tell")
    p.end("told")
    p.path("rich", "tell", "told")
    p.inside = [each for each in p.inside if 'id="begin__a"' not in each]
    p.parallel("fork")
    p.path("begin", "fork", "a")
    p.user("z")
    p.path("fork", "z", "told")
    case = Case(xml(p)).start()

    case.complete("a", {"amount": 200})
    case.complete("z")
    case.look()

    assert case.sent == ["tell"]


def test_a_condition_on_facts_is_looked_at_when_they_change() -> None:
    p = line("a")
    p.boundary("moved", "a", when("child.moved = true"))
    p.user("c")
    p.path("moved", "c", "finish")
    case = Case(xml(p), facts={"child": {"moved": False}}).start()
    assert (case.open, case.look().travelled) == (["a"], ())

    case.facts = {"child": {"moved": True}}
    case.look()

    assert case.open == ["c"]


def test_a_condition_cannot_be_made_to_occur() -> None:
    p = line("a")
    p.boundary("moved", "a", when("child.moved = true"))
    p.path("moved", "finish")
    case = Case(xml(p)).start()

    with pytest.raises(NotAwaited):
        case.command(Occur(case.last.awaited[0].token, "moved"))


@pytest.mark.parametrize(("token", "step"), [("9", "late"), ("1", "a"), ("", ""), ("1", "other")])
def test_only_what_is_awaited_can_occur(token: str, step: str) -> None:
    case = Case(xml(with_deadline(interrupting=True))).start()

    with pytest.raises(NotAwaited):
        case.command(Occur(token, step))


def test_a_deadline_that_was_overtaken_is_not_awaited_any_more() -> None:
    case = Case(xml(with_deadline(interrupting=True))).start()
    [deadline] = case.last.awaited
    case.complete("a")

    with pytest.raises(NotAwaited):
        case.command(Occur(deadline.token, deadline.step))


def event_part(event: str, *, interrupting: bool) -> Process:
    inner = Process("beside")
    inner.start("heard", event, isInterrupting=str(interrupting).lower())
    inner.end("beside_end")
    inner.user("note")
    inner.path("heard", "note", "beside_end")
    p = line("a", "b")
    p.sub(inner, triggeredByEvent="true")
    return p


def test_an_interrupting_event_sub_process_takes_over() -> None:
    case = Case(xml(event_part(message("m"), interrupting=True), more=messages("m"))).start()

    case.occur("heard", {})

    assert (case.open, case.waits) == (["note"], [])
    assert case.complete("note").done
    assert case.ended == ["beside_end"]


def test_an_event_sub_process_beside_can_begin_again_and_again() -> None:
    case = Case(xml(event_part(message("m"), interrupting=False), more=messages("m"))).start()

    case.occur("heard", {})
    case.occur("heard", {})

    assert (case.open, case.waits) == (["a", "note", "note"], ["heard"])
    for step in ("a", "b", "note", "note"):
        assert not case.last.done
        case.complete(step)
    assert case.last.done


def test_an_event_sub_process_that_never_begins_does_not_hold_the_end() -> None:
    case = Case(xml(event_part(timer("P9D"), interrupting=False))).start()
    case.complete("a")

    assert case.complete("b").done
    assert case.waits == []


def test_a_deadline_of_an_event_sub_process_counts_from_the_beginning_and_comes_once() -> None:
    case = Case(xml(event_part(timer("P9D"), interrupting=False))).start()
    case.now += timedelta(days=1)
    case.complete("a")
    assert case.last.awaited[0].due_at == MONDAY + timedelta(days=9)

    case.occur("heard")

    assert (case.open, case.waits) == (["b", "note"], [])


def test_a_repeated_deadline_of_an_event_sub_process_comes_as_often_as_drawn() -> None:
    case = Case(xml(event_part(cycle("R2/P9D"), interrupting=False))).start()

    case.occur("heard")
    case.occur("heard")

    assert (case.open, case.waits) == (["a", "note", "note"], [])


def test_a_condition_of_an_event_sub_process_is_looked_at_after_every_command() -> None:
    case = Case(xml(event_part(when("a.stop = true"), interrupting=True))).start()

    case.complete("a", {"stop": True})

    assert case.open == ["note"]


def test_one_cases_event_sub_process_means_nothing_to_the_next_case() -> None:
    first = Case(xml(event_part(message("m"), interrupting=False), more=messages("m"))).start()
    first.occur("heard", {})

    second = Case(first.specification).start()

    assert (second.open, second.waits) == (["a"], ["heard"])


def raising(kind: str, at: str) -> Process:
    inner = Process("inside")
    inner.start("i_begin")
    inner.end("i_end")
    inner.user("s1")
    inner.xor("fine", "fine__i_end")
    inner.path("i_begin", "s1", "fine", "i_end")
    inner.flow("fine", "stop", feel("s1", "1"))
    definition = f'<bpmn:{kind}EventDefinition {kind}Ref="{kind}1"/>'
    if at == "endEvent":
        inner.end("stop", definition)
    else:
        inner.add(at, "stop", definition)
        inner.path("stop", "i_end")
    inner.user("s2")
    inner.parallel("i_fork")
    inner.inside = [each for each in inner.inside if 'id="i_begin__s1"' not in each]
    inner.path("i_begin", "i_fork", "s1")
    inner.path("i_fork", "s2", "i_end")
    p = Process("p")
    p.start()
    p.end()
    p.user("b")
    p.user("c")
    p.path("begin", "inside", "b", "finish")
    return p, inner


def more(kind: str) -> str:
    return f'<bpmn:{kind} id="{kind}1" name="x" {kind}Code="E1"/>'


def test_an_error_ends_the_part_and_goes_the_way_of_its_edge() -> None:
    p, inner = raising("error", "endEvent")
    p.sub(inner)
    p.boundary("caught", "inside", '<bpmn:errorEventDefinition errorRef="error1"/>')
    p.path("caught", "c", "finish")
    case = Case(xml(p, more=more("error"))).start()

    done = case.complete("s1", {"ways": ["1"]})

    assert case.open == ["c"]
    assert done.ended == ("stop",)
    assert "inside__b" not in done.travelled


def test_an_error_that_nobody_catches_ends_the_part() -> None:
    p, inner = raising("error", "endEvent")
    p.sub(inner)
    case = Case(xml(p, more=more("error"))).start()

    case.complete("s1", {"ways": ["1"]})

    assert case.open == ["b"]


def test_an_escalation_is_heard_outside_while_the_part_goes_on() -> None:
    p, inner = raising("escalation", "intermediateThrowEvent")
    p.sub(inner, again(maximum=1))
    definition = '<bpmn:escalationEventDefinition escalationRef="escalation1"/>'
    p.boundary("caught", "inside", definition, interrupting=False)
    p.path("caught", "c", "finish")
    case = Case(xml(p, more=more("escalation"))).start()

    case.complete("s1", {"ways": ["1"]})

    assert case.open == ["c", "s2"]


def test_a_terminate_end_ends_everything_at_once() -> None:
    p = line("a")
    p.inside = [each for each in p.inside if 'id="begin__a"' not in each]
    p.parallel("fork")
    p.path("begin", "fork", "a")
    p.user("b")
    p.end("stopped", TERMINATE)
    p.path("fork", "b", "stopped")
    p.boundary("late", "a", timer("P5D"), interrupting=False)
    p.end("reminded")
    p.path("late", "reminded")
    case = Case(xml(p)).start()

    done = case.complete("b")

    assert (done.done, done.ended, done.open, done.awaited) == (True, ("stopped",), (), ())


def test_a_terminate_end_inside_a_part_ends_only_the_part() -> None:
    p, inner = raising("error", "endEvent")
    inner.inside = [
        each.replace('<bpmn:errorEventDefinition errorRef="error1"/>', TERMINATE)
        for each in inner.inside
    ]
    p.sub(inner)
    case = Case(xml(p)).start()

    case.complete("s1", {"ways": ["1"]})

    assert case.open == ["b"]


def test_a_signal_and_a_message_that_are_thrown_are_told() -> None:
    p = line("a")
    p.inside = [each for each in p.inside if 'id="a__finish"' not in each]
    p.add("intermediateThrowEvent", "shout", '<bpmn:signalEventDefinition signalRef="s"/>')
    p.add("intermediateThrowEvent", "mark")
    p.end("last", message("m"))
    p.path("a", "shout", "mark", "last")
    case = Case(xml(p, more=messages("m") + '<bpmn:signal id="s" name="loud"/>')).start()

    done = case.complete("a")

    assert [(sent.step, sent.name) for sent in done.sent] == [("shout", "loud"), ("last", "m")]
    assert done.ended == ("last",)
