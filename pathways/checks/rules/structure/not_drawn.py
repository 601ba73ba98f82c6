"""What is in the file and nobody can see."""

from collections.abc import Iterator

from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Node
from pathways.model.rule import Complaint, Rule, Subject, about, about_flow

_MESSAGE = (
    "{it} is in the file but not in its picture, so nobody would see it. Draw it in a BPMN editor, "
    "or take it out of the file."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return  # one finding says that nothing is drawn
    shapes = {element for plane in drawing.planes for element in plane.shapes}
    edges = {element for plane in drawing.planes for element in plane.edges}
    for node in drawing.nodes.values():
        if node.id not in shapes and _ought_to_show(node, drawing):
            yield about(node, _MESSAGE)
    for flow in drawing.flows.values():
        if flow.id not in edges and _ought_to_show(drawing.nodes[flow.source], drawing):
            yield about_flow(flow, drawing, _MESSAGE)


def _ought_to_show(node: Node, drawing: Drawing) -> bool:
    """The inside of a folded sub-process, and a called process, need no picture here."""
    if node.inside is not None:
        around = drawing.shapes.get(node.inside)
        return around is not None and around.expanded is True
    return not drawing.processes[node.process].called


RULE = Rule(
    name="not_drawn",
    severity=Severity.ERROR,
    title="Everything on the way is in the picture.",
    look=_look,
)
