"""The pool and its lanes: bands with the names of those who act."""

from lxml.etree import _Element as Element

from pathways.drawing.svg import add, add_lines, add_rect, number
from pathways.drawing.text import shortened, wrapped
from pathways.model.drawing import Bounds, Drawing, Shape

HEADER = 30.0
_NAME_SIZE = 12.0
#: How many tints the stylesheet has for lanes.
_TINTS = 6
#: Among more lanes than anybody draws, nobody looks for the ones inside of others.
_MOST_NESTED = 100


def draw_lanes(parent: Element, drawing: Drawing) -> None:
    """Draw the pool, then its lanes from the outermost to the innermost."""
    pool = drawing.shapes.get(drawing.pool_id or "")
    if pool is not None:
        _band(parent, "pool", pool)
        _header(parent, "pool-head", pool, drawing.pool)
    shapes = [drawing.shapes[name] for name in drawing.lanes if name in drawing.shapes]
    for index, shape in enumerate(shapes):
        inner = len(shapes) <= _MOST_NESTED and any(
            _holds(shape, other) for other in shapes if other is not shape
        )
        tint = "lane" if inner else f"lane lane-{index % _TINTS + 1}"
        _band(parent, tint, shape)
        _header(parent, f"{tint} lane-head", shape, drawing.lanes[shape.element].name)


def _band(parent: Element, css: str, shape: Shape) -> None:
    add_rect(parent, f"band {css}", shape.bounds)


def _header(parent: Element, css: str, shape: Shape, name: str) -> None:
    at = shape.bounds
    if shape.horizontal:
        head = Bounds(x=at.x, y=at.y, width=min(HEADER, at.width), height=at.height)
    else:
        head = Bounds(x=at.x, y=at.y, width=at.width, height=min(HEADER, at.height))
    add_rect(parent, f"band {css}", head)
    _name(parent, name, head, upright=not shape.horizontal)


def _name(parent: Element, name: str, head: Bounds, *, upright: bool) -> None:
    along = head.width if upright else head.height
    lines = shortened(wrapped(name, along - 8, _NAME_SIZE), 2)
    x, y = head.x + head.width / 2, head.y + head.height / 2
    group = add(parent, "g", "band-name")
    turn = "" if upright else " rotate(-90)"
    group.set("transform", f"translate({number(x)} {number(y)}){turn}")
    add_lines(group, "who", lines, 0, -len(lines) * _NAME_SIZE * 1.2 / 2 + 1, _NAME_SIZE)


def _holds_any(shape: Shape, shapes: list[Shape]) -> bool:
    return any(_holds(shape, other) for other in shapes if other is not shape)


def _holds(outer: Shape, inner: Shape) -> bool:
    one, other = outer.bounds, inner.bounds
    return (
        one.x <= other.x
        and one.y <= other.y
        and one.x + one.width >= other.x + other.width
        and one.y + one.height >= other.y + other.height
    )
