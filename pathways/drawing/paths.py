"""Ways of the pen: outlines with corners, and icons made as large as they have to be.

Icons are written with absolute commands whose numbers come in pairs (M, L, C, Q, Z), so that both
sides can be scaled apart, and lines stay as thick as they are.
"""

import math
import re
from functools import lru_cache

from pathways.drawing.svg import number

Point = tuple[float, float]
_PAIR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


def outline(*points: Point) -> str:
    """Return the closed way through these corners."""
    return f"{line(*points)}Z"


def line(*points: Point) -> str:
    """Return the open way through these corners."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def lines(*ways: tuple[Point, ...]) -> str:
    """Return several open ways in one."""
    return "".join(line(*way) for way in ways)


def spokes(middle: Point, inner: float, outer: float, count: int) -> str:
    """Return lines towards a middle, all around it."""
    turns = [math.tau * index / count for index in range(count)]
    return lines(*((_around(middle, inner, turn), _around(middle, outer, turn)) for turn in turns))


def star(middle: Point, radius: float, count: int) -> str:
    """Return a polygon with equal sides that stands on one of them."""
    turns = (math.tau * index / count for index in range(count))
    return outline(*(_around(middle, radius, turn) for turn in turns))


def gear(middle: Point, root: float, tip: float, teeth: int) -> str:
    """Return the outline of a gear, a tooth on top; a third of its round is tooth."""
    points = []
    for index in range(teeth):
        for radius, share in ((root, -0.22), (tip, -0.13), (tip, 0.13), (root, 0.22)):
            points.append(_around(middle, radius, math.tau * (index + share) / teeth))
    return outline(*points)


def _around(middle: Point, radius: float, turn: float) -> Point:
    return middle[0] + radius * math.sin(turn), middle[1] - radius * math.cos(turn)


@lru_cache(maxsize=1024)
def scaled(way: str, across: float, down: float) -> str:
    """Return a way drawn that much larger, from the corner at 0, 0 on."""
    if across == down == 1:
        return way
    return _PAIR.sub(
        lambda pair: f"{number(float(pair[1]) * across)} {number(float(pair[2]) * down)}", way
    )
