"""Arrows: a line with round corners, a head, a stroke across the way that is taken otherwise."""

import math
from itertools import pairwise

from lxml.etree import _Element as Element

from pathways.drawing.nodes import LABEL_SIZE, label_box
from pathways.drawing.svg import add, add_label, number
from pathways.drawing.text import text_width
from pathways.model.drawing import Bounds, Edge, Flow

Point = tuple[float, float]

_CORNER = 5.0
_HEAD = 10.0
_HALF = 4.5
_LABEL_WIDTH = 90.0


def draw_edge(parent: Element, edge: Edge, *, otherwise: bool) -> None:
    """Draw the line of a flow; `otherwise` marks the way that is taken when no other is."""
    points = _distinct(edge.points)
    if len(points) < 2:  # noqa: PLR2004 - a line has two ends
        return
    add(parent, "path", "flow", d=_line(points))
    add(parent, "path", "head", d=_head(points[-2], points[-1]))
    if otherwise:
        add(parent, "path", "otherwise", d=_slash(points[0], points[1]))


def draw_edge_label(parent: Element, flow: Flow, edge: Edge) -> Bounds | None:
    """Draw the answer that is written on an arrow; return the room that it takes."""
    if not flow.name:
        return None
    box = label_box(flow.name, edge.label) or _beside(edge.points, flow.name)
    return add_label(parent, "label answer", flow.name, box, LABEL_SIZE)


def _distinct(points: tuple[Point, ...]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(kept[-1], point) > 0.01:  # noqa: PLR2004 - less is one place
            kept.append(point)
    return kept


def _line(points: list[Point]) -> str:
    """The line ends where its head begins to narrow, so that the tip stays sharp."""
    shown = [*points[:-1], _towards(points[-1], points[-2], _HEAD * 0.7)]
    parts = [f"M{_at(shown[0])}"]
    for before, corner, after in zip(shown, shown[1:], shown[2:], strict=False):
        reach = min(_CORNER, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        parts.append(f"L{_at(_towards(corner, before, reach))}")
        parts.append(f"Q{_at(corner)} {_at(_towards(corner, after, reach))}")
    return "".join([*parts, f"L{_at(shown[-1])}"])


def _head(before: Point, tip: Point) -> str:
    base = _towards(tip, before, min(_HEAD, math.dist(before, tip)))
    length = math.dist(base, tip) or 1.0
    dx, dy = (tip[0] - base[0]) / length * _HALF, (tip[1] - base[1]) / length * _HALF
    left, right = (base[0] - dy, base[1] + dx), (base[0] + dy, base[1] - dx)
    return f"M{_at(tip)}L{_at(left)}L{_at(right)}z"


def _slash(start: Point, after: Point) -> str:
    length = math.dist(start, after) or 1.0
    dx, dy = (after[0] - start[0]) / length, (after[1] - start[1]) / length
    middle = (start[0] + dx * 9, start[1] + dy * 9)
    lean = (dx * 2.5 - dy * 5.5, dy * 2.5 + dx * 5.5)
    one = (middle[0] + lean[0], middle[1] + lean[1])
    other = (middle[0] - lean[0], middle[1] - lean[1])
    return f"M{_at(one)}L{_at(other)}"


def _beside(points: tuple[Point, ...], name: str) -> Bounds:
    """Where no place is drawn for an answer: over the middle of the longest part of its arrow."""
    one, other = max(pairwise(points), key=lambda part: math.dist(*part))
    width = min(_LABEL_WIDTH, text_width(name, LABEL_SIZE) + 4)
    x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    if abs(one[0] - other[0]) < abs(one[1] - other[1]):
        return Bounds(x=x + 5, y=y - 7, width=width, height=14)
    return Bounds(x=x - width / 2, y=y - 17, width=width, height=14)


def _towards(start: Point, goal: Point, reach: float) -> Point:
    length = math.dist(start, goal)
    share = reach / length if length else 0.0
    return (start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
