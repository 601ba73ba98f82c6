import pytest

from pathways.bpmn import read_drawing, undrawn
from pathways.model.finding import PathwayInvalid
from tests.pathways.sketches import flow, sketch

TWO = f'<task id="a" name="Ask"/><task id="b"/>{flow("a", "b")}'


def without(xml: bytes, start: str, end: str) -> bytes:
    text = xml.decode()
    before, _, rest = text.partition(start)
    return (before + rest.partition(end)[2]).encode()


def test_a_step_that_the_picture_does_not_show_is_a_finding() -> None:
    xml = without(sketch(TWO), '<bpmndi:BPMNShape bpmnElement="a">', "</bpmndi:BPMNShape>")

    with pytest.raises(PathwayInvalid, match="“Ask” is in the file but not in its picture") as no:
        read_drawing(xml)

    assert [(each.rule, each.element) for each in no.value.findings] == [("not_drawn", "a")]


def test_an_arrow_that_the_picture_does_not_show_is_named_by_its_ends() -> None:
    xml = without(sketch(TWO), '<bpmndi:BPMNEdge bpmnElement="a_b">', "</bpmndi:BPMNEdge>")

    with pytest.raises(PathwayInvalid, match="arrow from “Ask” to the element “b”"):
        read_drawing(xml)


def test_a_drawing_without_any_picture_is_one_finding_of_its_own() -> None:
    drawing = read_drawing(sketch(TWO, drawn=False))

    assert [each.rule for each in undrawn(drawing)] == ["no_diagram"]


def test_a_whole_picture_is_no_finding() -> None:
    assert undrawn(read_drawing(sketch(TWO))) == ()


@pytest.mark.parametrize("number", ["", "wide", "nan", "inf", "1e9"])
def test_a_place_that_is_no_number_is_a_finding(number: str) -> None:
    xml = sketch(TWO).replace(b'x="150"', f'x="{number}"'.encode())

    with pytest.raises(PathwayInvalid, match="no place that can be drawn"):
        read_drawing(xml)
