"""What goes wrong, is passed up or is called off goes outwards to the first who hears it."""

import pytest

from tests.workflow.interpreter.drawings import (
    TERMINATE,
    Process,
    each,
    message,
    messages,
    raised,
    shared,
    timer,
    xml,
)
from tests.workflow.interpreter.drive import Case

CANCEL = "<bpmn:cancelEventDefinition/>"
MORE = shared("error", "E1", "E2") + shared("escalation", "U1") + messages("m")


def part(name: str, *path: str) -> Process:
    """A process or sub-process with these steps in a row."""
    inner = Process(name)
    begin, end = inner.start(f"{name}_begin"), inner.end(f"{name}_end")
    inner.path(begin, *path, end)
    return inner


def failing(name: str, event: str, *, beside: bool = True) -> Process:
    """A part in which a person's step ends in an end event; another step waits beside it."""
    inner = Process(name)
    inner.start(f"{name}_begin")
    inner.parallel(f"{name}_fork")
    inner.user(f"{name}_do")
    inner.end(f"{name}_stop", event)
    inner.path(f"{name}_begin", f"{name}_fork", f"{name}_do", f"{name}_stop")
    if beside:
        inner.user(f"{name}_other")
        inner.end(f"{name}_end")
        inner.path(f"{name}_fork", f"{name}_other", f"{name}_end")
    return inner


def handler(name: str, event: str, *, interrupting: bool = True) -> Process:
    """An event sub-process with one step."""
    inner = Process(name)
    inner.start(f"{name}_heard", event, isInterrupting=str(interrupting).lower())
    inner.user(f"{name}_step")
    inner.end(f"{name}_end")
    inner.path(f"{name}_heard", f"{name}_step", f"{name}_end")
    return inner


def around(inner: Process, *handlers: Process, tag: str = "subProcess") -> Process:
    """A part in the main process, followed by a step."""
    for each_ in handlers:
        inner.sub(each_, triggeredByEvent="true")
    p = part("p", inner.id, "after")
    p.sub(inner, tag=tag)
    p.user("after")
    return p


def edge(p: Process, host: str, event: str, *, interrupting: bool = True) -> None:
    """An event on the edge of a step, with a step and an end of its own."""
    p.boundary("edge", host, event, interrupting=interrupting)
    p.user("edge_step")
    p.end("edge_end")
    p.path("edge", "edge_step", "edge_end")


def started(p: Process, *called: Process) -> Case:
    return Case(xml(p, *called, more=MORE)).start()


def test_an_event_sub_process_of_the_same_scope_hears_an_error_first() -> None:
    p = around(failing("s", raised("error", "E1")), handler("h", raised("error", "E1")))
    edge(p, "s", raised("error", "E1"))
    case = started(p)

    case.complete("s_do")
    assert case.open == ["h_step"]
    case.complete("h_step")

    assert case.open == ["after"]  # the part has ended through its handler, as parts end
    assert case.ended == ["s_stop", "h_end"]


def test_an_error_with_another_code_is_not_heard() -> None:
    p = around(failing("s", raised("error", "E1")), handler("h", raised("error", "E2")))
    edge(p, "s", raised("error"))
    case = started(p)

    case.complete("s_do")

    assert case.open == ["edge_step"]
    assert case.complete("edge_step").done


def test_what_a_handler_raises_is_heard_further_out_only() -> None:
    again = failing("h", raised("error", "E1"), beside=False)
    again.inside = [
        one.replace(
            '<bpmn:startEvent id="h_begin">', f'<bpmn:startEvent id="h_begin">{raised("error")}'
        )
        for one in again.inside
    ]
    p = around(failing("s", raised("error", "E1")), again)
    edge(p, "s", raised("error"))
    case = started(p)

    case.complete("s_do")
    assert case.open == ["h_do"]
    case.complete("h_do")

    assert case.open == ["edge_step"]


def test_an_error_goes_through_calls_and_parts_to_whoever_hears_it() -> None:
    called = part("called", "inner")
    called.sub(failing("inner", raised("error", "E1")))
    outer = part("outer", "call")
    outer.call("call", "called")
    p = around(outer)
    edge(p, "outer", raised("error", "E1"))
    case = started(p, called)

    case.complete("inner_do")

    assert (case.open, case.last.done) == (["edge_step"], False)


def test_an_error_that_nobody_hears_ends_everything_however_deep_it_is() -> None:
    outer = part("outer", "s")
    outer.sub(failing("s", raised("error", "E1")))
    p = around(outer)
    p.user("meanwhile")
    p.parallel("fork")
    p.inside = [one for one in p.inside if 'id="p_begin__outer"' not in one]
    p.path("p_begin", "fork", "outer")
    p.path("fork", "meanwhile", "p_end")
    case = started(p)
    assert case.open == ["meanwhile", "s_do", "s_other"]

    done = case.complete("s_do")

    assert (done.done, done.open, done.ended) == (True, (), ("s_stop",))


def test_an_error_in_one_of_several_takes_all_of_them_away_at_the_edge() -> None:
    inner = failing("s", raised("error", "E1"))
    p = part("p", "s", "after")
    p.sub(inner, each("[1, 2, 3]"))
    p.user("after")
    edge(p, "s", raised("error"))
    case = started(p)
    assert case.open.count("s_do") == 3

    case.complete("s_do", item="2")

    assert case.open == ["edge_step"]


def test_a_handler_inside_of_one_of_several_belongs_to_that_one() -> None:
    inner = failing("s", raised("error", "E1"), beside=False)
    inner.sub(handler("h", raised("error")), triggeredByEvent="true")
    p = part("p", "s", "after")
    p.sub(inner, each("[1, 2]"))
    p.user("after")
    case = started(p)

    case.complete("s_do", item="2")

    assert [(task.step, task.place) for task in case.last.open] == [
        ("s_do", (("s", "1"),)),
        ("h_step", (("s", "2"),)),
    ]
    case.complete("h_step")
    case.complete("s_do")
    case.complete("h_step")
    assert case.open == ["after"]


@pytest.mark.parametrize("interrupting", [True, False])
def test_an_escalation_is_heard_by_an_event_sub_process_while_or_instead_of_the_rest(
    interrupting: bool,  # noqa: FBT001
) -> None:
    inner = part("s", "s_do", "up", "s_more")
    inner.user("s_do")
    inner.user("s_more")
    inner.add("intermediateThrowEvent", "up", raised("escalation", "U1"))
    beside = handler("h", raised("escalation", "U1"), interrupting=interrupting)
    case = started(around(inner, beside))

    case.complete("s_do")

    assert case.open == (["h_step"] if interrupting else ["h_step", "s_more"])
    while case.open != ["after"]:
        case.complete(case.open[0])


def test_an_escalation_that_is_heard_beside_can_be_heard_again() -> None:
    inner = part("s", "s_do", "up", "s_out")
    inner.user("s_do")
    inner.add("intermediateThrowEvent", "up", raised("escalation"))
    inner.xor("s_out", "s_out__s_end")
    inner.flow("s_out", "s_do", "s_do.again = true")
    p = around(inner)
    edge(p, "s", raised("escalation"), interrupting=False)
    case = started(p)

    case.complete("s_do", {"again": True})
    case.complete("s_do", {"again": True})

    assert case.open == ["edge_step", "edge_step", "s_do"]


def test_an_escalation_at_the_edge_that_interrupts_ends_the_part() -> None:
    p = around(failing("s", raised("escalation", "U1")))
    edge(p, "s", raised("escalation", "U1"))
    case = started(p)

    case.complete("s_do")

    assert case.open == ["edge_step"]


def test_an_escalation_that_nobody_hears_is_passed() -> None:
    case = started(around(failing("s", raised("escalation", "U1"))))

    case.complete("s_do")

    assert case.open == ["s_other"]


def test_a_transaction_that_is_called_off_goes_the_way_of_its_edge() -> None:
    p = around(failing("s", CANCEL), tag="transaction")
    edge(p, "s", CANCEL)
    case = started(p)

    case.complete("s_do")

    assert case.open == ["edge_step"]
    assert case.complete("edge_step").done


def test_a_transaction_that_is_not_called_off_goes_on_as_a_part_does() -> None:
    inner = part("s", "s_do")
    inner.user("s_do")
    p = around(inner, tag="transaction")
    edge(p, "s", CANCEL)
    case = started(p)

    case.complete("s_do")

    assert case.open == ["after"]
    assert case.waits == []


def test_a_part_inside_of_a_transaction_can_call_it_off() -> None:
    inner = part("s", "deep")
    inner.sub(failing("deep", CANCEL))
    p = around(inner, tag="transaction")
    edge(p, "s", CANCEL)
    case = started(p)

    case.complete("deep_do")

    assert case.open == ["edge_step"]


@pytest.mark.parametrize("items", ["", "[1, 2]"])
def test_a_terminate_end_ends_its_own_part_and_no_other_of_several(items: str) -> None:
    p = part("p", "s", "after")
    p.sub(failing("s", TERMINATE), each(items) if items else "")
    p.user("after")
    case = started(p)

    case.complete("s_do")

    assert case.open == (["s_do", "s_other"] if items else ["after"])
    if items:
        case.complete("s_do")
        assert case.open == ["after"]


def test_event_sub_processes_in_each_other_wait_while_theirs_runs() -> None:
    inner = handler("h", message("m"), interrupting=False)
    deeper = handler("d", timer("P3D"))
    inner.sub(deeper, triggeredByEvent="true")
    s = part("s", "s_do")
    s.user("s_do")
    case = started(around(s, inner))
    assert case.waits == ["h_heard"]

    case.occur("h_heard", {})
    case.occur("h_heard", {})
    assert case.waits == ["d_heard", "d_heard", "h_heard"]
    case.occur("d_heard")

    assert case.open == ["d_step", "h_step", "s_do"]
    case.complete("d_step")
    case.complete("h_step")
    assert case.open == ["s_do"]
    case.complete("s_do")
    assert (case.open, case.waits) == (["after"], [])


def test_an_event_sub_process_that_interrupts_ends_those_that_run_beside() -> None:
    s = part("s", "s_do")
    s.user("s_do")
    beside = handler("b", message("m"), interrupting=False)
    case = started(around(s, beside, handler("h", timer("P3D"))))
    case.occur("b_heard", {})
    assert case.open == ["b_step", "s_do"]

    case.occur("h_heard")

    assert (case.open, case.waits) == (["h_step"], [])
    case.complete("h_step")
    assert case.open == ["after"]
