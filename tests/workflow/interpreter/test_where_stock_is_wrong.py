"""Where the stock library runs a drawing otherwise than BPMN says, ours does not.

Each test shows both: what stock 3.2.0 does, so that an upgrade of it is noticed, and what is right.
"""

import pytest
from SpiffWorkflow.exceptions import TaskNotFoundException, WorkflowException

from tests.workflow.interpreter.catalogue import drawn, feel, python
from tests.workflow.interpreter.drawings import (
    Process,
    message,
    messages,
    raised,
    shared,
    times,
    xml,
)
from tests.workflow.interpreter.drive import Case, dice
from tests.workflow.interpreter.stock import StockCase


def users(p: Process, *steps: str) -> Process:
    for step in steps:
        p.user(step)
    return p


def handled(event: str, *, interrupting: bool = True) -> Process:
    """A step, and an event sub-process beside it."""
    inner = Process("h")
    inner.start("h_heard", event, isInterrupting=str(interrupting).lower())
    inner.user("h_step")
    inner.end("h_end")
    inner.path("h_heard", "h_step", "h_end")
    p = users(drawn("a"), "a")
    p.sub(inner, triggeredByEvent="true")
    return p


def join_in_a_loop(says: object) -> bytes:
    p = users(drawn("head", "fork", "a", "join", "check", "more"), "a", "b", "check")
    p.xor("head")
    p.parallel("fork")
    p.parallel("join")
    p.send("letter")
    p.path("fork", "b", "join")
    p.path("fork", "letter", "join")
    p.xor("more", "more__finish")
    p.flow("more", "head", says("check", "1"))
    return xml(p)


def test_stock_goes_on_early_at_a_join_in_a_loop_and_ours_does_not() -> None:
    early = {"ours": 0, "stock": 0}
    for seed in range(60):
        random = dice(seed)
        ours, stock = Case(join_in_a_loop(feel)).start(), StockCase(join_in_a_loop(python))
        for _ in range(3):
            first, second = random.sample(["a", "b"], 2)
            for name, case in (("ours", ours), ("stock", stock)):
                if first in case.open:
                    case.complete(first, {})
                early[name] += "check" in case.open
                if second in case.open:
                    case.complete(second, {})
                if "check" in case.open:
                    case.complete("check", {"ways": ["1"]})

    assert early["ours"] == 0
    assert early["stock"] > 0


def test_stock_starts_an_event_sub_process_for_errors_at_once_and_ours_waits() -> None:
    drawing = xml(handled(raised("error", "E1")), more=shared("error", "E1"))

    assert Case(drawing).start().open == ["a"]
    assert StockCase(drawing).open == ["a", "h_step"]


def test_stock_never_interrupts_for_an_event_sub_process_and_ours_does() -> None:
    drawing = xml(handled(message("m")), more=messages("m"))
    ours, stock = Case(drawing).start(), StockCase(drawing)

    ours.occur("h_heard", {})
    stock.hear("m")

    assert ours.open == ["h_step"]
    assert stock.open == ["a", "h_step"]


def test_stock_sends_no_signal_at_an_end_and_ours_does() -> None:
    p = Process("p")
    p.start()
    p.parallel("fork")
    p.user("a")
    p.end("rung", raised("signal", "bell"))
    p.catch("wait", raised("signal", "bell"))
    p.user("b")
    p.end("finish")
    p.path("begin", "fork", "a", "rung")
    p.path("fork", "wait", "b", "finish")
    drawing = xml(p, more=shared("signal", "bell"))
    ours, stock = Case(drawing).start(), StockCase(drawing)

    ours.complete("a", {})
    stock.complete("a", {})

    assert ours.open == ["b"]
    assert stock.open == []


def test_stock_fails_when_several_parts_are_interrupted_and_ours_goes_on() -> None:
    p = users(drawn("s", "b"), "b", "c")
    p.sub(users(drawn("s1", "s2", id="s"), "s1", "s2"), times("2"))
    p.boundary("edge", "s", message("stop"))
    p.path("edge", "c", "finish")
    drawing = xml(p, more=messages("stop"))
    ours, stock = Case(drawing).start(), StockCase(drawing)

    ours.occur("edge", {})
    assert ours.open == ["c"]
    with pytest.raises((TaskNotFoundException, WorkflowException)):
        stock.hear("stop")


def test_stock_grows_with_every_parallel_block_ahead_and_ours_does_not() -> None:
    def blocks(number: int) -> bytes:
        p = Process("p")
        p.start()
        path = ["begin"]
        for n in range(number):
            fork, join = p.parallel(f"f{n}"), p.parallel(f"j{n}")
            for branch in "abc":
                p.path(fork, p.user(f"{branch}{n}"), join)
            p.flow(path[-1], fork)
            path.append(join)
        p.flow(path[-1], p.end())
        return xml(p)

    sizes = [len(Case(blocks(number)).start().snapshot or "") for number in (2, 5)]
    objects = [len(StockCase(blocks(number)).workflow.tasks) for number in (2, 5)]

    assert sizes[1] == sizes[0]
    assert objects[1] > 20 * objects[0]


def test_a_second_token_on_one_way_is_kept_for_the_next_time_a_join_goes_on() -> None:
    p = users(drawn("fork", "a", "left", "join", "d"), "a", "b", "c", "e", "d")
    p.parallel("fork")
    p.xor("left")
    p.xor("right")
    p.parallel("join")
    p.path("fork", "b", "left")
    p.path("fork", "c", "right", "join")
    p.path("fork", "e", "right")
    case = Case(xml(p)).start()

    case.complete("a")
    case.complete("b")
    assert case.open == ["c", "e"]
    case.complete("c")
    assert case.open == ["d", "e"]
    case.complete("d")
    case.complete("e")

    assert case.open == ["d"]
    assert case.complete("d").done


def test_two_tokens_on_one_way_do_what_follows_twice() -> None:
    p = users(drawn("fork", "a", "merge", "c"), "a", "b", "c")
    p.parallel("fork")
    p.xor("merge")
    p.path("fork", "b", "merge")
    case = Case(xml(p)).start()

    case.complete("a")
    case.complete("b")

    assert case.open == ["c", "c"]
    case.complete("c")
    assert (case.open, case.last.done) == (["c"], False)
    assert case.complete("c").done
