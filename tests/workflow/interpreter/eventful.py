"""More drawings that the stock library runs rightly: events, what goes outwards, nested ones."""

from tests.workflow.interpreter.catalogue import Says, drawn
from tests.workflow.interpreter.drawings import (
    TERMINATE,
    Process,
    again,
    message,
    messages,
    raised,
    shared,
    timer,
    times,
    xml,
)

CANCEL = "<bpmn:cancelEventDefinition/>"
#: Later than the stock library's clock: only the walk lets it fall due.
LATE = timer("P9000D")


def users(p: Process, *steps: str) -> Process:
    for step in steps:
        p.user(step)
    return p


def _aside(p: Process, edge: str, *steps: str) -> None:
    """A way of its own, from an edge to an end."""
    users(p, *steps)
    p.end(f"{edge}_end")
    p.path(edge, *steps, f"{edge}_end")


def _failing(name: str, definition: str, says: Says) -> Process:
    """A part whose person says whether it ends badly, with another step beside."""
    inner = Process(name)
    inner.start(f"{name}_begin")
    inner.end(f"{name}_finish")
    inner.end(f"{name}_stop", definition)
    inner.parallel(f"{name}_fork")
    users(inner, f"{name}_do", f"{name}_other")
    inner.xor(f"{name}_fine", f"{name}_fine__{name}_finish")
    path = (f"{name}_begin", f"{name}_fork", f"{name}_do", f"{name}_fine", f"{name}_finish")
    inner.path(*path)
    inner.path(f"{name}_fork", f"{name}_other", f"{name}_finish")
    inner.flow(f"{name}_fine", f"{name}_stop", says(f"{name}_do", "1"))
    return inner


def _with_edge(definition: str, edge: str, says: Says, *, tag: str = "subProcess") -> Process:
    p = users(drawn("s", "b"), "b")
    p.sub(_failing("s", definition, says), tag=tag)
    p.boundary("edge", "s", edge)
    _aside(p, "edge", "c")
    return p


def a_deadline(_: Says) -> bytes:
    p = users(drawn("a", "b"), "a", "b")
    p.boundary("edge", "a", LATE)
    _aside(p, "edge", "c")
    return xml(p)


def a_deadline_beside(_: Says) -> bytes:
    p = users(drawn("a", "b"), "a", "b")
    p.boundary("edge", "a", LATE, interrupting=False)
    _aside(p, "edge", "c", "d")
    return xml(p)


def a_message_or_a_deadline(says: Says) -> bytes:
    p = users(drawn("a", "wait", "yes", "b", "more"), "a", "b", "c")
    p.first_of("wait")
    p.catch("yes", message("yes"))
    p.catch("late", LATE)
    p.path("wait", "late", "c", "finish")
    p.xor("more", "more__finish")
    p.flow("more", "a", says("b", "1"))
    return xml(p, more=messages("yes"))


def a_wait_on_the_way(_: Says) -> bytes:
    p = users(drawn("a", "wait", "b"), "a", "b")
    p.catch("wait", LATE)
    return xml(p)


def an_error_from_a_part(says: Says) -> bytes:
    p = _with_edge(raised("error", "E1"), raised("error", "E1"), says)
    return xml(p, more=shared("error", "E1"))


def an_error_from_a_part_of_a_part(says: Says) -> bytes:
    inner = drawn("s", id="outer")
    inner.sub(_failing("s", raised("error", "E1"), says))
    p = users(drawn("outer", "b"), "b")
    p.sub(inner)
    p.boundary("edge", "outer", raised("error", "E1"))
    _aside(p, "edge", "c")
    return xml(p, more=shared("error", "E1"))


def an_error_from_a_called_process(says: Says) -> bytes:
    called = drawn("s", id="called")
    called.sub(_failing("s", raised("error", "E1"), says))
    p = users(drawn("call", "b"), "b")
    p.call("call", "called")
    p.boundary("edge", "call", raised("error", "E1"))
    _aside(p, "edge", "c")
    return xml(p, called, more=shared("error", "E1"))


def an_escalation_that_interrupts(says: Says) -> bytes:
    p = _with_edge(raised("escalation", "U1"), raised("escalation", "U1"), says)
    return xml(p, more=shared("escalation", "U1"))


def a_transaction_called_off(says: Says) -> bytes:
    return xml(_with_edge(CANCEL, CANCEL, says, tag="transaction"))


def a_part_that_ends_itself(says: Says) -> bytes:
    p = users(drawn("s", "b"), "b")
    p.sub(_failing("s", TERMINATE, says))
    return xml(p)


def a_signal_that_another_branch_waits_for(_: Says) -> bytes:
    p = users(drawn("fork", "a", "rung", "join", "b"), "a", "b", "c")
    p.parallel("fork")
    p.parallel("join")
    p.add("intermediateThrowEvent", "rung", raised("signal", "bell"))
    p.catch("wait", raised("signal", "bell"))
    p.path("fork", "wait", "c", "join")
    return xml(p, more=shared("signal", "bell"))


def a_call_with_a_deadline(_: Says) -> bytes:
    called = users(drawn("s1", "s2", id="called"), "s1", "s2")
    p = users(drawn("call", "b"), "b")
    p.call("call", "called")
    p.boundary("edge", "call", LATE)
    _aside(p, "edge", "c")
    return xml(p, called)


def parts_in_parts_interrupted(_: Says) -> bytes:
    inner = users(drawn("s1", "s2", id="inside"), "s1", "s2")
    outer = users(drawn("o1", "inside", "o2", id="outer"), "o1", "o2")
    outer.sub(inner)
    p = users(drawn("outer", "b"), "b")
    p.sub(outer)
    p.boundary("edge", "outer", message("stop"))
    _aside(p, "edge", "c")
    return xml(p, more=messages("stop"))


def a_part_in_turn(_: Says) -> bytes:
    p = users(drawn("inside", "b"), "b")
    p.sub(users(drawn("s1", "s2", id="inside"), "s1", "s2"), times("3", sequential=True))
    return xml(p)


def a_part_again(_: Says) -> bytes:
    p = users(drawn("inside", "b"), "b")
    p.sub(users(drawn("s1", "s2", id="inside"), "s1", "s2"), again(maximum=2))
    return xml(p)


def several_in_several(_: Says) -> bytes:
    inner = drawn("s1", "s2", id="inside")
    inner.user("s1", times("2"))
    inner.user("s2")
    p = users(drawn("inside", "b"), "b")
    p.sub(inner, times("2"))
    return xml(p)


def several_interrupted(_: Says) -> bytes:
    p = drawn("a", "b")
    p.user("a", times("3"))
    p.user("b")
    p.boundary("edge", "a", message("stop"))
    _aside(p, "edge", "c")
    return xml(p, more=messages("stop"))


def a_loop_in_a_branch(says: Says) -> bytes:
    p = users(drawn("fork", "a", "fine", "join", "d"), "a", "b", "d")
    p.parallel("fork")
    p.parallel("join")
    p.xor("fine", "fine__join")
    p.flow("fine", "a", says("a", "1"))
    p.path("fork", "b", "join")
    return xml(p)


def choices_in_choices(says: Says) -> bytes:
    p = users(drawn("a", "one"), "a", "b", "c", "d", "e")
    p.inside = [line for line in p.inside if 'id="one__finish"' not in line]
    p.xor("one", "one__two")
    p.xor("two", "two__d")
    p.xor("merge")
    p.flow("one", "b", says("a", "1"))
    p.flow("one", "two")
    p.flow("two", "c", says("a", "2"))
    p.flow("two", "d")
    for step in "bcd":
        p.flow(step, "merge")
    p.path("merge", "e", "finish")
    return xml(p)


def a_reminder_and_a_deadline(_: Says) -> bytes:
    p = users(drawn("a", "b"), "a", "b")
    p.boundary("edge", "a", message("nudge"), interrupting=False)
    _aside(p, "edge", "c")
    p.boundary("late", "a", message("late"))
    _aside(p, "late", "d")
    return xml(p, more=messages("nudge", "late"))


DRAWINGS = [
    a_deadline,
    a_deadline_beside,
    a_message_or_a_deadline,
    a_wait_on_the_way,
    an_error_from_a_part,
    an_error_from_a_part_of_a_part,
    an_error_from_a_called_process,
    an_escalation_that_interrupts,
    a_transaction_called_off,
    a_part_that_ends_itself,
    a_signal_that_another_branch_waits_for,
    a_call_with_a_deadline,
    parts_in_parts_interrupted,
    a_part_in_turn,
    a_part_again,
    several_in_several,
    several_interrupted,
    a_loop_in_a_branch,
    choices_in_choices,
    a_reminder_and_a_deadline,
]
