"""Where shapes are drawn, and lines without way points."""

from pathways.drawing.svg import whole
from pathways.model.geometry import Bounds, Edge, Plane


def placed(at: Bounds) -> Bounds:
    """Return where a shape is drawn: on whole pixels, as BPMN editors do."""
    return Bounds(x=whole(at.x), y=whole(at.y), width=whole(at.width), height=whole(at.height))


def straight_edge(name: str, plane: Plane, source: str, target: str) -> Edge | None:
    """Return a line from the middle of one shape to that of another; None if one is elsewhere."""
    ends = [plane.shapes.get(source), plane.shapes.get(target)]
    places = [placed(end.bounds) for end in ends if end is not None]
    if len(places) != len(ends):
        return None
    middles = tuple((at.x + at.width / 2, at.y + at.height / 2) for at in places)
    return Edge(element=name, points=middles)
