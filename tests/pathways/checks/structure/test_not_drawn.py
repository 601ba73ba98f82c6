import pytest

from pathways.bpmn import read_drawing
from pathways.checks.rules.structure import no_diagram, not_drawn
from pathways.model.rule import Complaint, Subject
from tests.pathways.sketches import flow, sketch

TWO = f'<task id="a" name="Ask"/><task id="b"/>{flow("a", "b")}'


def undrawn(xml: bytes) -> list[Complaint]:
    subject = Subject(drawing=read_drawing(xml))
    return [each for rule in (not_drawn, no_diagram) for each in rule.RULE.look(subject)]


def without(xml: bytes, start: str, end: str) -> bytes:
    text = xml.decode()
    before, _, rest = text.partition(start)
    return (before + rest.partition(end)[2]).encode()


def test_a_step_that_the_picture_does_not_show_is_a_finding() -> None:
    xml = without(sketch(TWO), '<bpmndi:BPMNShape bpmnElement="a">', "</bpmndi:BPMNShape>")

    (finding,) = undrawn(xml)

    assert finding.message.startswith("“Ask” is in the file but not in its picture")
    assert (finding.element, finding.line) == ("a", 3)


def test_an_arrow_that_the_picture_does_not_show_is_named_by_its_ends() -> None:
    xml = without(sketch(TWO), '<bpmndi:BPMNEdge bpmnElement="a_b">', "</bpmndi:BPMNEdge>")

    (finding,) = undrawn(xml)

    assert finding.message.startswith("The arrow from “Ask” to the step “b” is in the file")
    assert finding.element == "a_b"


def test_a_drawing_without_any_picture_is_one_finding_of_its_own() -> None:
    (finding,) = undrawn(sketch(TWO, drawn=False))

    assert finding.message.startswith("The file has no diagram part")


def test_a_whole_picture_is_no_finding() -> None:
    assert undrawn(sketch(TWO)) == []


def test_what_another_picture_of_the_file_shows_is_drawn() -> None:
    second = (
        '<process id="q"><task id="c"/></process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane '
        'bpmnElement="q"><bpmndi:BPMNShape bpmnElement="c"><dc:Bounds x="0" y="0" width="9" '
        'height="9"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>'
    )

    assert undrawn(sketch(TWO, after=second)) == []


@pytest.mark.parametrize(
    "inside",
    [
        '<subProcess id="s"><task id="c"/></subProcess>',
        '<callActivity id="s" calledElement="q"/>',
    ],
    ids=["sub-process", "called process"],
)
def test_what_is_folded_away_need_not_be_drawn(inside: str) -> None:
    called = '<process id="q"><task id="c"/></process>'
    xml = sketch(inside, after=called if "call" in inside else "")
    hidden = without(xml, '<bpmndi:BPMNShape bpmnElement="c">', "</bpmndi:BPMNShape>")

    assert undrawn(hidden) == []
