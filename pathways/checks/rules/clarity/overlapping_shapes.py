"""Shapes do not lie on one another."""

from collections.abc import Iterator

from pathways.checks.picture import Grid, drawn_nodes, is_frame, overlap, sits_on_edge
from pathways.model.finding import Severity
from pathways.model.geometry import Bounds
from pathways.model.node import Node
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import called

#: Pixels by which shapes may touch.
_TOUCH = 4.0


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return
    plane = drawing.planes[0]
    grid: Grid[tuple[Node, Bounds]] = Grid()
    for node, bounds in drawn_nodes(drawing, plane):
        if is_frame(node, plane) or sits_on_edge(node):
            continue
        on = next((other for other, its in grid.near(bounds) if _lies_on(bounds, its)), None)
        if on is not None:
            yield about(
                node,
                f"{{it}} and {called(on)} are drawn on one another. Move them apart.",
            )
        grid.put((node, bounds), bounds)


def _lies_on(one: Bounds, other: Bounds) -> bool:
    return min(overlap(one, other)) > _TOUCH


RULE = Rule(
    name="overlapping_shapes",
    severity=Severity.WARNING,
    title="No shape is drawn on another one.",
    look=_look,
)
