"""Signals: everybody in the case who waits just then hears it, and the world is told."""

import pytest

from tests.workflow.interpreter.drawings import Process, each, raised, shared, when, xml
from tests.workflow.interpreter.drive import Case
from tests.workflow.interpreter.test_outwards import handler, part

BELL = raised("signal", "bell")
MORE = shared("signal", "bell", "horn")


def forked(*branches: str) -> Process:
    """A process with these steps side by side, each with an end of its own."""
    p = Process("p")
    p.start()
    p.parallel("fork")
    p.flow("begin", "fork")
    for name in branches:
        p.end(f"{name}_over")
        p.flow("fork", name)
    return p


def ringing(p: Process, at: str = "intermediateThrowEvent") -> None:
    """A person's step that is followed by a signal."""
    p.user("ring")
    p.add(at, "rung", BELL)
    p.flow("ring", "rung")
    if at != "endEvent":
        p.flow("rung", "ring_over")


def started(p: Process) -> Case:
    return Case(xml(p, more=MORE)).start()


@pytest.mark.parametrize("at", ["intermediateThrowEvent", "endEvent"])
def test_whoever_waits_hears_it_and_it_is_told_once(at: str) -> None:
    p = forked("ring", "wait", "ask")
    ringing(p, at)
    p.catch("wait", BELL)
    p.flow("wait", "wait_over")
    p.user("ask")
    p.boundary("edge", "ask", BELL)
    p.flow("ask", "ask_over")
    p.user("heard")
    p.path("edge", "heard", "ask_over")
    case = started(p)
    assert case.waits == ["edge", "wait"]

    done = case.complete("ring")

    assert [(sent.step, sent.name) for sent in done.sent] == [("rung", "bell")]
    assert (case.open, case.waits) == (["heard"], [])
    assert "wait_over" in case.ended


def test_another_signal_is_not_heard() -> None:
    p = forked("ring", "wait")
    ringing(p)
    p.catch("wait", raised("signal", "horn"))
    p.flow("wait", "wait_over")
    case = started(p)

    case.complete("ring")

    assert case.waits == ["wait"]


def test_who_begins_to_wait_afterwards_does_not_hear_it() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("ring")
    p.add("intermediateThrowEvent", "rung", BELL)
    p.catch("wait", BELL)
    p.path("begin", "ring", "rung", "wait", "finish")
    case = started(p)

    case.complete("ring")

    assert case.waits == ["wait"]


def test_a_signal_ends_the_very_part_that_gives_it_where_its_edge_hears() -> None:
    inner = part("s", "ring", "rung", "s_more")
    inner.user("ring")
    inner.user("s_more")
    inner.add("intermediateThrowEvent", "rung", BELL)
    p = part("p", "s", "after")
    p.sub(inner)
    p.user("after")
    p.boundary("edge", "s", BELL)
    p.user("heard")
    p.path("edge", "heard", "p_end")
    case = started(p)

    case.complete("ring")

    assert case.open == ["heard"]
    assert case.complete("heard").done


@pytest.mark.parametrize("interrupting", [True, False])
def test_an_event_sub_process_of_the_scope_hears_its_own_last_end(
    interrupting: bool,  # noqa: FBT001
) -> None:
    p = Process("p")
    p.start()
    p.user("ring")
    p.end("rung", BELL)
    p.path("begin", "ring", "rung")
    p.sub(handler("h", BELL, interrupting=interrupting), triggeredByEvent="true")
    case = started(p)

    case.complete("ring")

    assert (case.open, case.last.done) == (["h_step"], False)
    assert case.complete("h_step").done


def test_every_item_of_a_repeated_step_hears_it() -> None:
    p = forked("ring", "wait")
    ringing(p)
    p.add("receiveTask", "other", messageRef="none")
    inner = part("wait", "hear")
    inner.catch("hear", BELL)
    p.sub(inner, each("[1, 2, 3]"))
    p.flow("wait", "wait_over")
    p.inside = [one for one in p.inside if 'id="other"' not in one]
    case = started(p)
    assert case.waits == ["hear", "hear", "hear"]

    assert case.complete("ring").done


def test_a_signal_from_outside_occurs_where_it_is_awaited() -> None:
    p = forked("wait")
    p.catch("wait", BELL)
    p.flow("wait", "wait_over")
    case = started(p)

    assert case.last.awaited[0].name == "bell"
    assert case.occur("wait").done


def test_a_condition_occurs_again_only_after_it_was_not_true() -> None:
    p = part("p", "ask")
    p.user("ask")
    p.boundary("edge", "ask", when("child.away = true"), interrupting=False)
    p.send("tell")
    p.end("told")
    p.path("edge", "tell", "told")
    case = Case(xml(p), facts={"child": {"away": False}}).start()

    for away, told in ((True, 1), (True, 1), (False, 1), (True, 2), (False, 2), (True, 3)):
        case.facts = {"child": {"away": away}}
        case.look()
        assert len(case.sent) == told
