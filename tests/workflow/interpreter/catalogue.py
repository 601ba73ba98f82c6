"""Drawings that the stock library runs rightly, each with its conditions in either language."""

from collections.abc import Callable

from tests.workflow.interpreter.drawings import (
    TERMINATE,
    Process,
    again,
    message,
    messages,
    times,
    xml,
)

#: (step, way) -> the condition that the step's answer names the way.
Says = Callable[[str, str], str]


def feel(step: str, way: str) -> str:
    return f'list contains({step}.ways, "{way}")'


def python(step: str, way: str) -> str:
    return f"'{way}' in {step}['ways']"


def drawn(*path: str, id: str = "p") -> Process:  # noqa: A002
    p = Process(id)
    begin, finish = ("begin", "finish") if id == "p" else (f"{id}_begin", f"{id}_finish")
    p.start(begin)
    p.end(finish)
    p.path(begin, *path, finish)
    return p


def one_after_another(_: Says) -> bytes:
    p = drawn("a", "b", "letter", "c")
    for step in "abc":
        p.user(step)
    p.send("letter")
    return xml(p)


def a_choice(says: Says) -> bytes:
    p = drawn("a", "which")
    p.user("a")
    p.xor("which", "other")
    for n in "12":
        p.user(f"b{n}")
        p.flow("which", f"b{n}", says("a", n))
        p.flow(f"b{n}", "merge")
    p.flow("which", "merge", id="other")
    p.xor("merge")
    p.user("c")
    p.path("merge", "c", "finish")
    p.inside = [line for line in p.inside if 'id="which__finish"' not in line]
    return xml(p)


def a_way_back(says: Says) -> bytes:
    p = drawn("a", "b", "fine")
    p.user("a")
    p.user("b")
    p.xor("fine", "fine__finish")
    p.flow("fine", "a", says("b", "1"))
    return xml(p)


def a_loop_in_a_loop(says: Says) -> bytes:
    p = drawn("outer", "inner", "a", "b", "inner_out", "c", "outer_out")
    for step in "abc":
        p.user(step)
    p.xor("outer")
    p.xor("inner")
    p.xor("inner_out", "inner_out__c")
    p.xor("outer_out", "outer_out__finish")
    p.flow("inner_out", "inner", says("b", "1"))
    p.flow("outer_out", "outer", says("c", "1"))
    return xml(p)


def side_by_side(_: Says) -> bytes:
    p = drawn("fork", "a", "join", "d")
    p.parallel("fork")
    p.parallel("join")
    for step in "abcd":
        p.user(step)
    p.path("fork", "b", "c", "join")
    p.path("fork", "letter", "join")
    p.send("letter")
    return xml(p)


def side_by_side_inside(_: Says) -> bytes:
    p = drawn("fork", "a", "join", "d")
    for gateway in ("fork", "join", "fork2", "join2"):
        p.parallel(gateway)
    for step in "abcd":
        p.user(step)
    p.path("fork", "fork2", "b", "join2", "join")
    p.path("fork2", "c", "join2")
    return xml(p)


def some_of_several(says: Says) -> bytes:
    p = drawn("a", "split")
    p.inside = [line for line in p.inside if 'id="split__finish"' not in line]
    p.user("a")
    p.inclusive("split", "split_b0")
    p.inclusive("join")
    for n in "012":
        p.user(f"b{n}")
        p.flow("split", f"b{n}", says("a", n) if n != "0" else None, f"split_b{n}")
        p.flow(f"b{n}", "join")
    p.user("c")
    p.path("join", "c", "finish")
    return xml(p)


def two_ways_meet_without_a_join(_: Says) -> bytes:
    p = drawn("fork", "a", "merge", "c")
    p.parallel("fork")
    p.xor("merge")
    for step in "abc":
        p.user(step)
    p.path("fork", "b", "merge")
    return xml(p)


def a_part_inside(says: Says) -> bytes:
    inner = drawn("s1", "s2", "fine", id="inside")
    inner.user("s1")
    inner.user("s2")
    inner.xor("fine", "fine__inside_finish")
    inner.flow("fine", "s1", says("s2", "1"))
    p = drawn("a", "inside", "b")
    p.user("a")
    p.user("b")
    p.sub(inner)
    return xml(p)


def a_process_called_twice(says: Says) -> bytes:
    called = drawn("s1", "s2", id="called")
    called.user("s1")
    called.user("s2")
    p = drawn("call1", "a", "call2", "more")
    p.user("a")
    p.call("call1", "called")
    p.call("call2", "called")
    p.xor("more", "more__finish")
    p.flow("more", "call1", says("a", "1"))
    return xml(p, called)


def a_step_interrupted(_: Says) -> bytes:
    p = drawn("a", "b")
    p.user("a")
    p.user("b")
    p.user("c")
    p.boundary("edge", "a", message("stop"))
    p.path("edge", "c", "finish")
    return xml(p, more=messages("stop"))


def a_part_interrupted(_: Says) -> bytes:
    inner = drawn("fork", "s1", "join", id="inside")
    inner.parallel("fork")
    inner.parallel("join")
    inner.user("s1")
    inner.user("s2")
    inner.path("fork", "s2", "join")
    p = drawn("a", "inside", "b")
    p.user("a")
    p.user("b")
    p.user("c")
    p.sub(inner)
    p.boundary("edge", "inside", message("stop"))
    p.path("edge", "c", "finish")
    return xml(p, more=messages("stop"))


def a_reminder_beside(_: Says) -> bytes:
    p = drawn("a", "b")
    p.user("a")
    p.user("b")
    p.user("remind")
    p.end("reminded")
    p.boundary("edge", "a", message("nudge"), interrupting=False)
    p.path("edge", "remind", "reminded")
    return xml(p, more=messages("nudge"))


def whichever_comes_first(says: Says) -> bytes:
    p = drawn("a", "wait", "yes", "b", "more")
    p.user("a")
    p.user("b")
    p.user("c")
    p.first_of("wait")
    p.catch("yes", message("yes"))
    p.catch("no", message("no"))
    p.path("wait", "no", "c", "finish")
    p.xor("more", "more__finish")
    p.flow("more", "wait", says("b", "1"))
    return xml(p, more=messages("yes", "no"))


def waiting_beside_working(_: Says) -> bytes:
    p = drawn("fork", "a", "join", "c")
    p.parallel("fork")
    p.parallel("join")
    p.user("a")
    p.user("c")
    p.catch("wait", message("yes"))
    p.add("receiveTask", "receive", messageRef="no")
    p.path("fork", "wait", "receive", "join")
    return xml(p, more=messages("yes", "no"))


def three_at_once(_: Says) -> bytes:
    p = drawn("a", "b", "c")
    p.user("a")
    p.user("b", times("3"))
    p.user("c")
    return xml(p)


def three_in_turn(says: Says) -> bytes:
    p = drawn("a", "b", "c", "fine")
    p.user("a")
    p.user("b", times("3", sequential=True))
    p.user("c")
    p.xor("fine", "fine__finish")
    p.flow("fine", "a", says("c", "1"))
    return xml(p)


def a_part_three_times(_: Says) -> bytes:
    inner = drawn("s1", "s2", id="inside")
    inner.user("s1")
    inner.user("s2")
    p = drawn("inside", "b")
    p.user("b")
    p.sub(inner, times("3"))
    return xml(p)


def again_up_to_three(_: Says) -> bytes:
    p = drawn("a", "b")
    p.user("a", again(maximum=3))
    p.user("b")
    return xml(p)


def one_branch_ends_all(says: Says) -> bytes:
    p = drawn("fork", "a", "fine")
    p.parallel("fork")
    p.user("a")
    p.user("b")
    p.user("c")
    p.xor("fine", "fine__finish")
    p.end("stopped", TERMINATE)
    p.end("other")
    p.flow("fine", "stopped", says("a", "1"))
    p.path("fork", "b", "c", "other")
    return xml(p)


DRAWINGS = [
    one_after_another,
    a_choice,
    a_way_back,
    a_loop_in_a_loop,
    side_by_side,
    side_by_side_inside,
    some_of_several,
    two_ways_meet_without_a_join,
    a_part_inside,
    a_process_called_twice,
    a_step_interrupted,
    a_part_interrupted,
    a_reminder_beside,
    whichever_comes_first,
    waiting_beside_working,
    three_at_once,
    three_in_turn,
    a_part_three_times,
    again_up_to_three,
    one_branch_ends_all,
]
