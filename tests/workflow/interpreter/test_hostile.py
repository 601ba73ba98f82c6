"""Drawings that would never end, or never stop growing, are refused with the name of a step."""

import pytest

from tests.workflow.interpreter.catalogue import drawn
from tests.workflow.interpreter.drawings import Process, times, xml
from tests.workflow.interpreter.drive import Case
from workflow.interpreter import GoingInCircles, TooMuchAtOnce, Unrunnable, read_specification
from workflow.interpreter.moves import MOST_MOVES_IN_ALL
from workflow.interpreter.surroundings import MOST_ITEMS_AT_ONCE


def nested(depth: int) -> bytes:
    """Sub-processes in each other, with a person in the innermost."""
    inner = drawn("u", id=f"s{depth}")
    inner.user("u")
    for level in range(depth - 1, 0, -1):
        outer = drawn(inner.id, id=f"s{level}")
        outer.sub(inner)
        inner = outer
    p = drawn(inner.id)
    p.sub(inner)
    return xml(p)


def calls(depth: int) -> bytes:
    """Each process calls the next one twice, side by side: two to the power of the depth."""
    processes = []
    for level in range(depth):
        name = f"q{level}" if level else "p"
        p = drawn(f"fork{level}", f"a{level}", f"join{level}", id=name)
        p.parallel(f"fork{level}")
        p.parallel(f"join{level}")
        for branch in "ab":
            step = f"{branch}{level}"
            if level == depth - 1:
                p.user(step)
            else:
                p.call(step, f"q{level + 1}")
        p.path(f"fork{level}", f"b{level}", f"join{level}")
        processes.append(p)
    return xml(*processes)


def doubling(number: int) -> bytes:
    """Ways part in two and meet without a join: every block doubles the tokens."""
    p = Process("p")
    last = p.start()
    for n in range(number):
        fork, merge = p.parallel(f"fork{n}"), p.xor(f"merge{n}")
        p.flow(last, fork)
        for branch in "ab":
            p.path(fork, p.send(f"{branch}{n}"), merge)
        last = merge
    p.flow(last, p.end())
    return xml(p)


def repeated(outer: str, inner: str, *automatic: str) -> bytes:
    """A repeated step in a repeated part, behind steps that nobody is waited for at."""
    inside = drawn(*automatic, "u", id="s")
    for step in automatic:
        inside.send(step)
    inside.user("u", inner)
    p = drawn("s")
    p.sub(inside, outer)
    return xml(p)


def test_parts_a_hundred_deep_run() -> None:
    case = Case(nested(90)).start()

    assert case.open == ["u"]
    assert case.complete("u").done


def test_parts_that_are_far_deeper_are_refused_with_a_step() -> None:
    case = Case(nested(200)).start()

    with pytest.raises(GoingInCircles) as refused:
        case.complete("u")

    assert refused.value.step


@pytest.mark.parametrize("depth", [12, 40])
def test_calls_that_grow_as_powers_of_two_are_refused_with_a_step(depth: int) -> None:
    with pytest.raises(GoingInCircles) as refused:
        Case(calls(depth)).start()

    assert refused.value.step


def test_calls_that_call_each_other_are_refused_while_they_are_read() -> None:
    one, other = drawn("a"), drawn("b", id="q")
    one.call("a", "q")
    other.call("b", "p")

    with pytest.raises(Unrunnable, match="calls itself"):
        read_specification(xml(one, other), "p")


@pytest.mark.parametrize("number", [10, 60])
def test_tokens_that_double_are_refused_with_a_step(number: int) -> None:
    with pytest.raises(GoingInCircles) as refused:
        Case(doubling(number)).start()

    assert refused.value.step


def test_several_in_several_multiply_only_up_to_a_bound() -> None:
    assert len(Case(repeated(times("60"), times("60"))).start().last.open) == 3_600

    with pytest.raises(TooMuchAtOnce, match=f"{MOST_ITEMS_AT_ONCE:,}") as refused:
        Case(repeated(times("1000"), times("1000"))).start()

    assert refused.value.step == "u"


def test_items_in_turn_count_as_those_at_once_do() -> None:
    with pytest.raises(TooMuchAtOnce):
        Case(repeated(times("1000"), times("1000", sequential=True))).start()


def test_many_items_with_many_automatic_steps_are_bounded() -> None:
    steps = [f"x{n}" for n in range(200)]

    with pytest.raises(TooMuchAtOnce, match=f"{MOST_MOVES_IN_ALL:,}"):
        Case(repeated(times("1000"), times("1"), *steps)).start()


def test_many_inclusive_gateways_in_a_row_are_gone_through() -> None:
    p = Process("p")
    last = p.start()
    for n in range(150):
        split, join = p.inclusive(f"split{n}", f"split{n}__a{n}"), p.inclusive(f"join{n}")
        p.flow(last, split)
        for branch in "abc":
            p.user(f"{branch}{n}")
            p.flow(split, f"{branch}{n}", None if branch == "a" else "true")
            p.flow(f"{branch}{n}", join)
        last = join
    p.flow(last, p.end())
    case = Case(xml(p)).start()

    for n in range(20):
        assert case.open == [f"b{n}", f"c{n}"]
        case.complete(f"b{n}")
        case.complete(f"c{n}")
