"""What cannot be run as it is drawn is refused while it is read, with the element's name."""

import pytest

from tests.workflow.interpreter.drawings import (
    HEAD,
    TERMINATE,
    Process,
    cycle,
    message,
    messages,
    timer,
    when,
    xml,
)
from tests.workflow.interpreter.drive import Case
from workflow.interpreter import Unrunnable, read_specification

START = '<bpmn:startEvent id="a"/>'


def around(tag: str, content: str = "", **given: object) -> bytes:
    """A process with one element of a kind between start and end."""
    p = Process("p")
    p.start()
    p.end()
    p.add(tag, "it", content, name="Look at it", **given)
    p.path("begin", "it", "finish")
    return xml(p, more=messages("m") + '<bpmn:signal id="s" name="s"/>')


@pytest.mark.parametrize(
    ("tag", "content"),
    [
        ("scriptTask", "<bpmn:script>x = 1</bpmn:script>"),
        ("serviceTask", ""),
        ("adHocSubProcess", ""),
        ("complexGateway", ""),
        ("choreographyTask", ""),
        ("intermediateCatchEvent", '<bpmn:linkEventDefinition name="x"/>'),
        ("intermediateThrowEvent", '<bpmn:linkEventDefinition name="x"/>'),
        ("intermediateThrowEvent", "<bpmn:compensateEventDefinition/>"),
        ("intermediateThrowEvent", timer("P1D")),
        ("intermediateCatchEvent", message("m") + timer("P1D")),
        ("intermediateCatchEvent", "<bpmn:timerEventDefinition/>"),
        ("intermediateCatchEvent", cycle("P3D")),
        ("intermediateCatchEvent", cycle("R0/P3D")),
        ("intermediateCatchEvent", when("   ")),
        ("callActivity", ""),
    ],
)
def test_elements_that_cannot_be_run_are_named(tag: str, content: str) -> None:
    with pytest.raises(Unrunnable) as refusal:
        read_specification(around(tag, content), "p")

    assert "Look at it" in str(refusal.value) or tag == "callActivity"
    assert refusal.value.element == "it" or tag == "callActivity"


@pytest.mark.parametrize(
    "name",
    ["Start", "End", "p.EndJoin", "x.BoundaryEventSplit", "x.BoundaryEventJoin", "x [child]"],
)
def test_ids_that_mean_something_else_are_refused(name: str) -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user(name)
    p.path("begin", name, "finish")

    with pytest.raises(Unrunnable) as refusal:
        read_specification(xml(p), "p")

    assert refusal.value.element == name


def split_without_a_gateway() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.user("b")
    p.path("begin", "a", "finish")
    p.path("a", "b", "finish")
    return p


def condition_behind_a_step() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.path("begin", "a")
    p.flow("a", "finish", "true")
    return p


def no_condition_and_no_default() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.user("b")
    p.xor("a")
    p.path("begin", "a", "finish")
    p.path("a", "b", "finish")
    return p


def two_ways_at_once_to_one_place() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.parallel("a")
    p.user("b")
    p.path("begin", "a", "b", "finish")
    p.flow("a", "b", id="again")
    return p


def a_join_that_waits_for_itself() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.parallel("a")
    p.user("b")
    p.xor("c", "c__finish")
    p.path("begin", "a", "b", "c", "finish")
    p.flow("c", "a", "true")
    return p


def an_event_gateway_before_a_step() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.first_of("a")
    p.user("b")
    p.catch("c", timer("P1D"))
    p.path("begin", "a", "b", "finish")
    p.path("a", "c", "finish")
    return p


def an_edge_without_an_event() -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.user("b")
    p.boundary("a", "b", "")
    p.path("begin", "b", "finish")
    p.path("a", "finish")
    return p


@pytest.mark.parametrize(
    "draw",
    [
        split_without_a_gateway,
        condition_behind_a_step,
        no_condition_and_no_default,
        two_ways_at_once_to_one_place,
        a_join_that_waits_for_itself,
        an_event_gateway_before_a_step,
        an_edge_without_an_event,
    ],
    ids=lambda draw: draw.__name__,
)
def test_drawings_that_would_be_run_otherwise_are_refused(draw: object) -> None:
    with pytest.raises(Unrunnable) as refusal:
        read_specification(xml(draw()), "p")

    assert refusal.value.element == "a"


def test_an_event_that_two_gateways_wait_for_is_refused() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.first_of("one")
    p.first_of("two")
    p.user("u")
    for event in ("c1", "c2", "c3"):
        p.catch(event, timer("P1D"))
    p.path("begin", "one", "c1", "u", "two", "c3", "finish")
    p.path("one", "c2", "finish")
    p.path("two", "c2")

    with pytest.raises(Unrunnable):
        read_specification(xml(p), "p")


def test_a_process_that_calls_itself_is_refused() -> None:
    called = Process("called")
    called.start("c_begin")
    called.end("c_end")
    called.call("c_call", "p")
    called.path("c_begin", "c_call", "c_end")
    p = Process("p")
    p.start()
    p.end()
    p.call("call", "called")
    p.path("begin", "call", "finish")

    with pytest.raises(Unrunnable, match="calls itself"):
        read_specification(xml(p, called), "p")


def test_a_call_of_a_process_that_is_not_there_is_refused() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.call("call", "elsewhere")
    p.path("begin", "call", "finish")

    with pytest.raises(Unrunnable, match="elsewhere"):
        read_specification(xml(p), "p")


def test_two_elements_with_one_id_are_refused() -> None:
    called = Process("called")
    called.start("begin")
    called.end("c_end")
    called.path("begin", "c_end")
    p = Process("p")
    p.start()
    p.end()
    p.call("call", "called")
    p.path("begin", "call", "finish")

    with pytest.raises(Unrunnable):
        read_specification(xml(p, called), "p")


@pytest.mark.parametrize("starts", [0, 2])
def test_there_is_exactly_one_start(starts: int) -> None:
    p = Process("p")
    p.end()
    p.user("a")
    for n in range(starts):
        p.start(f"begin{n}")
        p.path(f"begin{n}", "a")
    p.path("a", "finish")

    with pytest.raises(Unrunnable, match=f"{starts} start events"):
        read_specification(xml(p), "p")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"not xml",
        b"<a/>",
        b"\xff\xfe\x00",
        b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + HEAD.encode() + b"</bpmn:definitions>",
        HEAD.encode() + b'<bpmn:process id="p" isExecutable="true"/></bpmn:definitions>',
        HEAD.encode() + b'<bpmn:process id="other" isExecutable="true"/></bpmn:definitions>',
        HEAD.encode() + b'<bpmn:process isExecutable="true"/></bpmn:definitions>',
        HEAD.encode() + b'<bpmn:process id="p" isExecutable="false"/></bpmn:definitions>',
        xml(Process("p", [START, '<bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/>'])),
        xml(Process("p", [START, '<bpmn:sequenceFlow id="f" sourceRef="a"/>'])),
        xml(Process("p", ["<bpmn:startEvent/>"])),
    ],
)
def test_what_is_not_a_drawing_is_refused(text: bytes) -> None:
    with pytest.raises(Unrunnable):
        read_specification(text, "p")


def test_a_long_drawing_is_read_and_run() -> None:
    p = Process("p")
    p.start()
    p.end()
    steps = [p.user(f"s{n}") for n in range(600)]
    p.path("begin", *steps, "finish")

    case = Case(xml(p)).start()
    for step in steps:
        case.complete(step)

    assert case.last.done


def test_a_way_back_over_hundreds_of_steps_is_read_and_run() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.xor("out", "out__finish")
    steps = [p.user(f"s{n}") for n in range(400)]
    p.path("begin", *steps, "out", "finish")
    p.flow("out", "s0", "s399.more = true")
    case = Case(xml(p)).start()
    for more in (True, False):
        for step in steps:
            case.complete(step, {"more": more})

    assert case.last.done
    assert [row.round for row in case.rows["s7"]] == ["1", "2"]


def test_notes_data_and_pools_of_a_drawing_do_not_disturb() -> None:
    p = Process("p")
    p.start()
    p.end()
    association = (
        '<bpmn:dataInputAssociation id="di"><bpmn:sourceRef>nowhere</bpmn:sourceRef>'
        "</bpmn:dataInputAssociation>"
        '<bpmn:ioSpecification><bpmn:dataInput id="x"/></bpmn:ioSpecification>'
    )
    p.user("a", association + "<bpmn:documentation>words</bpmn:documentation><!-- a comment -->")
    p.add("dataObject", "thing")
    p.add("dataObjectReference", "thing_ref", dataObjectRef="thing")
    p.add("textAnnotation", "note")
    p.add(
        "laneSet",
        "lanes",
        '<bpmn:lane id="family"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane>',
    )
    p.path("begin", "a", "finish")
    pool = (
        '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/>'
        "</bpmn:collaboration>"
        '<bpmn:dataStore id="store"/>'
    )
    case = Case(xml(p, more=pool)).start()

    assert case.complete("a", {"x": 1}).done


def test_what_nobody_can_reach_is_left_alone() -> None:
    p = Process("p")
    p.start()
    p.end(content=TERMINATE)
    p.user("a")
    p.add("scriptTask", "never")
    p.path("begin", "a", "finish")
    p.path("never", "finish")

    assert Case(xml(p)).start().open == ["a"]
