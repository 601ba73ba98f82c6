"""The way goes in the direction in which people read."""

from collections.abc import Iterator

from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.geometry import Bounds, Plane
from pathways.model.graph import circles
from pathways.model.rule import Complaint, Rule, Subject, about_flow
from pathways.model.ways import ways_on


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return
    plane = drawing.planes[0]
    circle = circles(ways_on(drawing))
    upright = _upright(drawing, plane)
    for flow in drawing.flows.values():
        source, target = plane.shapes.get(flow.source), plane.shapes.get(flow.target)
        if source is None or target is None or circle[flow.source] == circle[flow.target]:
            continue  # a loop has to come back
        down = drawing.nodes[flow.source].process in upright
        if _goes_back(source.bounds, target.bounds, down=down):
            direction = "up" if down else "to the left"
            yield about_flow(
                flow,
                drawing,
                f"{{it}} leads {direction}, against the way people read, and it is no loop. Move "
                "the shapes so that time goes one way.",
            )


def _upright(drawing: Drawing, plane: Plane) -> frozenset[str | None]:
    """The processes whose pool runs from top to bottom."""
    return frozenset(
        pool.process
        for pool in drawing.pools.values()
        if pool.id in plane.shapes and not plane.shapes[pool.id].horizontal
    )


def _goes_back(source: Bounds, target: Bounds, *, down: bool) -> bool:
    """Whether the target lies wholly before the source."""
    if down:
        return target.y + target.height <= source.y
    return target.x + target.width <= source.x


RULE = Rule(
    name="against_reading",
    severity=Severity.ADVICE,
    title="The way goes in the direction in which people read, apart from loops.",
    look=_look,
)
