"""A name stands beside what it names, and on nothing else."""

from collections.abc import Iterator

from pathways.checks.picture import Grid, around, drawn_nodes, is_frame, overlap, shrunk
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.geometry import Bounds, Plane
from pathways.model.node import Choice, Event, Node, Step
from pathways.model.rule import Complaint, Rule, Subject, about, about_flow
from pathways.model.spoken import called

#: Pixels by which a label may touch a shape: tools draw labels wider than their words.
_TOUCH = 8.0
#: Pixels between a name and what it names.
_FAR = 150.0


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return
    plane = drawing.planes[0]
    grid: Grid[tuple[str, Bounds]] = Grid()
    for node, bounds in drawn_nodes(drawing, plane):
        if not is_frame(node, plane):
            grid.put((node.id, _drawn(node, bounds)), bounds)
    for name, own, label in _labels(drawing, plane):
        problem = _problem(drawing, name, label, grid)
        if not problem and _is_far(label, own):
            problem = "stands far away from it. Move it beside what it names."
        if problem:
            yield _complaint(drawing, name, f"The label of {{it}} {problem}")


def _drawn(node: Node, bounds: Bounds) -> Bounds:
    """Return where a shape's lines are; the corners round a diamond are free."""
    return shrunk(bounds, bounds.width / 4) if isinstance(node, Choice) else bounds


def _labels(drawing: Drawing, plane: Plane) -> Iterator[tuple[str, Bounds, Bounds]]:
    """Yield element id, where it is drawn, and where its name stands."""
    for node, bounds in drawn_nodes(drawing, plane):
        label = plane.shapes[node.id].label
        if label is not None and node.name.strip() and not isinstance(node, Step):
            yield node.id, bounds, label
    for flow in drawing.flows.values():
        edge = plane.edges.get(flow.id)
        if edge is not None and edge.label is not None and flow.name.strip():
            yield flow.id, around(edge.points), edge.label


def _problem(drawing: Drawing, name: str, label: Bounds, grid: Grid[tuple[str, Bounds]]) -> str:
    for other, bounds in grid.near(label):
        wide, high = overlap(label, bounds)
        if other != name and min(wide, high) > _TOUCH and not _hosts(drawing, name, other):
            return f"stands on {called(drawing.nodes[other])}. Move it to where nothing else is."
    return ""


def _hosts(drawing: Drawing, name: str, other: str) -> bool:
    """Whether an event sits on this step: names of events on edges reach into the step."""
    node = drawing.nodes.get(name)
    return isinstance(node, Event) and node.attached_to == other


def _is_far(label: Bounds, own: Bounds) -> bool:
    wide, high = overlap(label, own)
    return min(wide, high) < -_FAR


def _complaint(drawing: Drawing, name: str, message: str) -> Complaint:
    if name in drawing.flows:
        return about_flow(drawing.flows[name], drawing, message)
    return about(drawing.nodes[name], message)


RULE = Rule(
    name="misplaced_label",
    severity=Severity.ADVICE,
    title="A name stands beside what it names, and on nothing else.",
    look=_look,
)
