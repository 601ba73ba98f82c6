"""What belongs to a lane is drawn in it."""

from collections.abc import Iterator

from pathways.checks.picture import drawn_nodes, sits_on_edge
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return
    plane = drawing.planes[0]
    for node, bounds in drawn_nodes(drawing, plane):
        lane = plane.shapes.get(node.lane or "")
        if lane is None or node.inside or sits_on_edge(node):
            continue
        if not lane.bounds.holds(bounds):
            name = drawing.lanes[lane.element].name or lane.element
            yield about(
                node,
                f"{{it}} belongs to the lane “{shortened(name)}” and is drawn outside of it, so "
                "picture and words say two things. Move the shape into its lane.",
            )


RULE = Rule(
    name="outside_of_lane",
    severity=Severity.WARNING,
    title="Every step is drawn in its own lane.",
    look=_look,
)
