import pytest

from pathways.bpmn import read_drawing
from pathways.model.finding import Severity
from tests.pathways.bpmn.noted import event, messages, noted, step
from tests.pathways.sketches import flow, sketch

TASK = '<userTask id="a" name="Ask"/>'
NOTE = '<textAnnotation id="n"><text>Note</text></textAnnotation>'


@pytest.mark.parametrize(
    ("inside", "finding"),
    [
        (TASK + flow("a", "gone"), ("loose_flow", "a_gone")),
        (TASK + flow("gone", "a"), ("loose_flow", "gone_a")),
        (TASK + '<sequenceFlow id="f" sourceRef="a"/>', ("loose_flow", "f")),
        (TASK + '<sequenceFlow id="f"/>', ("loose_flow", "f")),
        (TASK + NOTE + flow("a", "n"), ("loose_flow", "a_n")),
        (TASK + '<boundaryEvent id="b" attachedToRef="gone"/>', ("loose_boundary", "b")),
        (TASK + '<boundaryEvent id="b"/>', ("loose_boundary", "b")),
        (
            '<startEvent id="s"/><boundaryEvent id="b" attachedToRef="s"/>',
            ("loose_boundary", "b"),
        ),
        ('<exclusiveGateway id="g" default="gone"/>', ("loose_default", "g")),
        ('<task id="t" default="gone"/>', ("loose_default", "t")),
        (
            f'{TASK}<exclusiveGateway id="g" default="a_g"/>{flow("a", "g")}',
            ("loose_default", "g"),
        ),
        (TASK + '<association id="x" sourceRef="a" targetRef="gone"/>', ("loose_association", "x")),
        (TASK + '<association id="x"/>', ("loose_association", "x")),
    ],
)
def test_what_leads_nowhere_is_a_finding(inside: str, finding: tuple[str, str | None]) -> None:
    assert noted(sketch(inside)) == [finding]


def test_what_leads_nowhere_is_not_in_the_drawing() -> None:
    inside = (
        f'{TASK}{flow("a", "gone")}<boundaryEvent id="b" attachedToRef="gone"/>'
        '<task id="t" default="gone"/><association id="x" sourceRef="a" targetRef="gone"/>'
    )

    drawing = read_drawing(sketch(inside))

    assert (drawing.flows, drawing.associations) == ({}, {})
    assert event(drawing, "b").attached_to is None
    assert step(drawing, "t").default is None


def test_a_loose_arrow_is_told_by_the_step_beside_it() -> None:
    assert "“a_gone” ends nowhere, beside “Ask”" in messages(sketch(TASK + flow("a", "gone")))
    assert "“f” starts and ends nowhere." in messages(sketch(TASK + '<sequenceFlow id="f"/>'))
    assert "does not connect two steps" in messages(sketch(TASK + NOTE + flow("a", "n")))


def test_a_loose_event_and_a_loose_default_are_told_by_what_they_are_called() -> None:
    inside = TASK + '<boundaryEvent id="b"/><exclusiveGateway id="g" name="Well?" default="gone"/>'

    assert "The event “b” does not sit on a step" in messages(sketch(inside))
    assert "“Well?” names “gone” as the way to go otherwise" in messages(sketch(inside))


def test_only_what_a_case_cannot_follow_is_an_error() -> None:
    inside = TASK + '<association id="x"/>' + flow("a", "gone")

    severity = {each.rule: each.severity for each in read_drawing(sketch(inside)).findings}

    assert severity == {
        "loose_association": Severity.WARNING,
        "loose_flow": Severity.ERROR,
    }


def test_a_message_never_repeats_a_name_as_long_as_a_book() -> None:
    book = "x" * 10_000
    inside = f'<task id="a" name="{book}" default="{book}"/>' + "".join(
        f'<sequenceFlow id="{book}{number}" sourceRef="a"/>' for number in range(20)
    )

    assert all(len(line) < 600 for line in messages(sketch(inside, drawn=False)).splitlines())
