"""What of a picture touches what, found without looking at every pair."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from pathways.model.drawing import Drawing
from pathways.model.geometry import Bounds, Plane
from pathways.model.node import Event, EventPosition, Node, Step

Point = tuple[float, float]
_Thing = TypeVar("_Thing")

#: Pixels. About the size of a step, so that a square holds few things.
_SQUARE = 128.0
#: A thing that covers more squares than this is broken, or far larger than any page.
_MOST_SQUARES = 4_000
#: Looked at in one picture; a drawing of 20,000 shapes needs less, a hostile one gets no more.
_BUDGET = 400_000


class Grid(Generic[_Thing]):
    """Things by the squares of the picture that they cover."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[_Thing]] = {}
        self._budget = _BUDGET

    def put(self, thing: _Thing, bounds: Bounds) -> None:
        """Put a thing where it is drawn."""
        for square in self._covered(bounds):
            self._squares.setdefault(square, []).append(thing)

    def near(self, bounds: Bounds) -> Iterator[_Thing]:
        """Yield the things that may touch a rectangle; one may come more than once."""
        for square in self._covered(bounds):
            found = self._squares.get(square, ())
            self._budget -= len(found)
            if self._budget < 0:
                return
            yield from found

    def _covered(self, bounds: Bounds) -> Iterator[tuple[int, int]]:
        columns = _range(bounds.x, bounds.x + bounds.width)
        rows = _range(bounds.y, bounds.y + bounds.height)
        if len(columns) * len(rows) > _MOST_SQUARES:
            return
        self._budget -= len(columns) * len(rows)
        if self._budget >= 0:
            yield from ((column, row) for column in columns for row in rows)


def _range(start: float, end: float) -> range:
    return range(int(start // _SQUARE), int(end // _SQUARE) + 1)


def overlap(one: Bounds, other: Bounds) -> tuple[float, float]:
    """Return how wide and how high the part is that two rectangles share; negative where none."""
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return wide, high


def around(points: Iterable[Point]) -> Bounds:
    """Return the smallest rectangle that holds points."""
    xs, ys = zip(*points, strict=True)
    return Bounds(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))


def shrunk(bounds: Bounds, by: float) -> Bounds:
    """Return a rectangle that is smaller on each side; of no size where nothing is left."""
    return Bounds(
        x=bounds.x + by,
        y=bounds.y + by,
        width=max(0.0, bounds.width - 2 * by),
        height=max(0.0, bounds.height - 2 * by),
    )


def passes_through(start: Point, end: Point, bounds: Bounds) -> bool:
    """Whether a straight line has a part of some length inside of a rectangle.

    (Liang and Barsky's way: how far along the line it enters and leaves each side.)
    """
    enter, leave = 0.0, 1.0
    for axis, low, size in ((0, bounds.x, bounds.width), (1, bounds.y, bounds.height)):
        if size <= 0:
            return False
        by = end[axis] - start[axis]
        if by == 0:
            if not low < start[axis] < low + size:
                return False
            continue
        near, far = sorted(((low - start[axis]) / by, (low + size - start[axis]) / by))
        enter, leave = max(enter, near), min(leave, far)
    return enter < leave


def crosses(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight lines cross in their inside, and do not just touch."""
    a, b = (_side(*one, point) for point in other)
    c, d = (_side(*other, point) for point in one)
    return a * b < 0 and c * d < 0


def _side(start: Point, end: Point, point: Point) -> float:
    """On which side of a line a point is: negative, zero or positive."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def drawn_nodes(drawing: Drawing, plane: Plane) -> Sequence[tuple[Node, Bounds]]:
    """Return the nodes that a picture shows, with their place."""
    return [
        (drawing.nodes[name], shape.bounds)
        for name, shape in plane.shapes.items()
        if name in drawing.nodes and shape.bounds.width > 0 and shape.bounds.height > 0
    ]


def is_frame(node: Node, plane: Plane) -> bool:
    """Whether other things are drawn inside of it."""
    if not isinstance(node, Step):
        return False
    expanded = plane.shapes[node.id].expanded
    return expanded is not False if node.holds_steps else bool(expanded)


def sits_on_edge(node: Node) -> bool:
    """Whether it is an event on the edge of a step, which lies over that step on purpose."""
    return isinstance(node, Event) and node.position is EventPosition.BOUNDARY
