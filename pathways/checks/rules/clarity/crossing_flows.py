"""Arrows do not cross."""

from collections.abc import Iterator
from itertools import islice, pairwise

from pathways.checks.picture import Grid, Point, around, crosses
from pathways.model.drawing import Drawing, Flow
from pathways.model.finding import Severity
from pathways.model.geometry import Plane
from pathways.model.rule import Complaint, Rule, Subject, about_flow
from pathways.model.spoken import called_flow

_Line = tuple[Point, Point]
#: Nobody reads more of them; the picture has to be drawn anew then.
_MOST = 20


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    if not drawing.planes:
        return
    for flow, other in islice(_crossings(drawing, drawing.planes[0]), _MOST):
        yield about_flow(
            flow,
            drawing,
            f"{{it}} crosses {called_flow(other, drawing)}, and readers lose their way there. Move "
            "the shapes, or lead the arrow round.",
        )


def _crossings(drawing: Drawing, plane: Plane) -> Iterator[tuple[Flow, Flow]]:
    grid: Grid[tuple[Flow, _Line]] = Grid()
    for flow in drawing.flows.values():
        edge = plane.edges.get(flow.id)
        lines = list(pairwise(edge.points)) if edge else []
        crossed: set[str] = set()
        for line in lines:
            for other, its_line in grid.near(around(line)):
                if other.id not in crossed and _apart(flow, other) and crosses(line, its_line):
                    crossed.add(other.id)
                    yield flow, other
        for line in lines:
            grid.put((flow, line), around(line))


def _apart(flow: Flow, other: Flow) -> bool:
    """Whether two arrows have no end in common, where they may meet."""
    return {flow.source, flow.target}.isdisjoint({other.source, other.target})


RULE = Rule(
    name="crossing_flows",
    severity=Severity.ADVICE,
    title="No arrow crosses another one.",
    look=_look,
)
