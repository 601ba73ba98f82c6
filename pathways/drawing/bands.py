"""Pools and lanes: bands with the names of those who act."""

from pathways.drawing.markers import several
from pathways.drawing.paths import line
from pathways.drawing.steps import NAME_SIZE
from pathways.drawing.svg import Body, height_of, number, path, rect, room_of, text
from pathways.drawing.text import wrapped
from pathways.model.drawing import Pool

#: How broad the strip with the name is.
HEADER = 30.0
#: How many tints the stylesheet has for lanes.
TINTS = 6


def pool_body(pool: Pool, name: str, size: tuple[float, float], *, horizontal: bool) -> Body:
    """Return a pool."""
    width, height = size
    drawn = rect("band", (0, 0, width, height))
    drawn += several(width, height) if pool.multiple else ""
    if pool.process is None:
        named = _name(name, size, height if horizontal else width, upright=horizontal)
        return Body(drawn, named.written, named.room)
    drawn += _strip(size, horizontal=horizontal) + _edge(size, horizontal=horizontal)
    named = _name(name, size, HEADER, upright=not horizontal)
    return Body(drawn, named.written, named.room)


def lane_body(name: str, tint: int, size: tuple[float, float], *, horizontal: bool) -> Body:
    """Return a lane; `tint` is its place among the lanes."""
    width, height = size
    css = f"band lane-{tint % TINTS + 1}" if tint >= 0 else "band inner-lane"
    body = rect(css, (0, 0, width, height))
    strip = _strip(size, horizontal=horizontal)
    named = _name(name, size, HEADER, upright=not horizontal)
    return Body(body + strip, named.written, named.room)


def _strip(size: tuple[float, float], *, horizontal: bool) -> str:
    """What stands behind the name, inside of the border; seen only where a page tints it."""
    width, height = size
    across = (min(HEADER, width), height) if horizontal else (width, min(HEADER, height))
    return rect("strip", (1, 1, max(across[0] - 2, 0), max(across[1] - 2, 0)))


def _edge(size: tuple[float, float], *, horizontal: bool) -> str:
    width, height = size
    ends = ((HEADER, 0.0), (HEADER, height)) if horizontal else ((0.0, HEADER), (width, HEADER))
    return path("edge", line(*ends))


def _name(name: str, size: tuple[float, float], room: float, *, upright: bool) -> Body:
    """The name in the middle of a room that is so broad, along one side of the band.

    Args:
        name: What is written.
        size: Of the band.
        room: How broad the room across the lines of the name is.
        upright: Whether the lines run from left to right, not from the bottom to the top.
    """
    if not name:
        return Body("")
    width, height = size
    along = width if upright else height
    lines = wrapped(name, along, NAME_SIZE)
    at = (along / 2, (room - height_of(lines, NAME_SIZE)) / 2)
    written, (x, y, across, down) = (
        text("name who", lines, at, NAME_SIZE),
        room_of(lines, at, NAME_SIZE),
    )
    if upright:
        return Body("", written, (x, y, across, down))
    turned = f'<g transform="translate(0 {number(height)}) rotate(-90)">{written}</g>'
    return Body("", turned, (y, height - x - across, down, across))
