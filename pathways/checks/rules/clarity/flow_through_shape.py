"""Arrows go round shapes, not through them."""

from collections.abc import Iterator
from itertools import pairwise

from pathways.checks.picture import (
    Grid,
    around,
    drawn_nodes,
    is_frame,
    passes_through,
    shrunk,
)
from pathways.model.drawing import Drawing, Flow
from pathways.model.finding import Severity
from pathways.model.geometry import Bounds, Plane
from pathways.model.node import Event, Node
from pathways.model.rule import Complaint, Rule, Subject, about_flow
from pathways.model.spoken import called

#: Pixels by which an arrow may touch the edge of a shape.
_TOUCH = 4.0


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return
    plane = drawing.planes[0]
    grid: Grid[tuple[Node, Bounds]] = Grid()
    for node, bounds in drawn_nodes(drawing, plane):
        if not is_frame(node, plane):
            grid.put((node, shrunk(bounds, _TOUCH)), bounds)
    for flow in drawing.flows.values():
        through = _through(flow, drawing, plane, grid)
        if through is not None:
            yield about_flow(
                flow,
                drawing,
                f"{{it}} runs through {called(through)}, as if it stopped there. Lead it round.",
            )


def _through(
    flow: Flow, drawing: Drawing, plane: Plane, grid: Grid[tuple[Node, Bounds]]
) -> Node | None:
    edge = plane.edges.get(flow.id)
    ends = {_host(drawing.nodes[flow.source]), _host(drawing.nodes[flow.target])}
    for start, end in pairwise(edge.points) if edge else ():
        for node, bounds in grid.near(around((start, end))):
            if _host(node) not in ends and passes_through(start, end, bounds):
                return node
    return None


def _host(node: Node) -> str:
    """The step that an event sits on; else the node itself."""
    return (node.attached_to if isinstance(node, Event) else None) or node.id


RULE = Rule(
    name="flow_through_shape",
    severity=Severity.WARNING,
    title="No arrow runs through a shape that it does not lead to.",
    look=_look,
)
