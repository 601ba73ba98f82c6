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
    when,
    xml,
)
from tests.workflow.interpreter.drive import MONDAY, Case
from tests.workflow.interpreter.lines import line, with_deadline
from workflow.interpreter import NotAwaited, Occur


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


def test_an_error_that_nobody_catches_ends_the_case() -> None:
    p, inner = raising("error", "endEvent")
    p.sub(inner)
    case = Case(xml(p, more=more("error"))).start()

    done = case.complete("s1", {"ways": ["1"]})

    assert (done.done, done.ended, done.open) == (True, ("stop",), ())


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
