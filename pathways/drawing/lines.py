"""Lines with round corners, what stands at their ends, and places along them."""

import math
from itertools import pairwise

from pathways.drawing.paths import Point
from pathways.drawing.svg import number

#: How round a corner is, in pixels.
_CORNER = 5.0
#: Points that are nearer to each other are the same.
_NEAR = 0.01
#: From an arrow to the middle of its name.
_BESIDE = 15.0


def rounded_line(points: tuple[Point, ...]) -> str:
    """Return the way along these points; where it turns it is round."""
    parts = [f"M{_at(points[0])}"]
    lengths = [math.dist(*part) for part in pairwise(points)]
    for index, (one, other) in enumerate(pairwise(lengths), start=1):
        corner, reach = points[index], min(_CORNER, one, other)
        if reach < _NEAR:
            parts.append(f"L{_at(corner)}")
        else:
            start = _between(corner, points[index - 1], reach / one)
            end = _between(corner, points[index + 1], reach / other)
            parts.append(f"L{_at(start)}Q{_at(corner)} {_at(end)}")
    parts.append(f"L{_at(points[-1])}")
    return "".join(parts)


def turned(shape: tuple[Point, ...], tip: Point, behind: Point) -> tuple[Point, ...]:
    """Return a shape drawn around 0, 0 on a line that comes from the left, at the end of a line.

    Args:
        shape: Its corners.
        tip: Where the line ends.
        behind: A point on the line before that.
    """
    length = math.dist(behind, tip)
    if length < _NEAR:
        dx, dy = 1.0, 0.0
    else:
        dx, dy = (tip[0] - behind[0]) / length, (tip[1] - behind[1]) / length
    return tuple((tip[0] + x * dx - y * dy, tip[1] + x * dy + y * dx) for x, y in shape)


def before_end(points: tuple[Point, ...]) -> Point:
    """Return the last point that is not where the line ends."""
    return next(
        (each for each in reversed(points) if math.dist(each, points[-1]) > _NEAR), points[0]
    )


def halfway(points: tuple[Point, ...]) -> Point:
    """Return the middle of a line by its length."""
    left = sum(math.dist(*part) for part in pairwise(points)) / 2
    for one, other in pairwise(points):
        length = math.dist(one, other)
        if length >= left:
            return _between(one, other, left / length if length else 0.0)
        left -= length
    return points[-1]


def name_place(points: tuple[Point, ...]) -> Point:
    """Return the middle of an arrow's name where no file says: over the arrow's middle part.

    Beside it where that part is upright.
    """
    half = len(points) / 2 - 1
    one, other = points[math.floor(half)], points[math.ceil(half + 0.01)]
    x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    return (x + _BESIDE, y) if one[0] == other[0] else (x, y - _BESIDE)


def _between(start: Point, goal: Point, share: float) -> Point:
    return (start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
