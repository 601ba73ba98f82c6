"""Marks on shapes: seen by their form and their words, never by colour alone."""

from lxml.etree import _Element as Element

from pathways.drawing.icons import TICK
from pathways.drawing.mark import Mark
from pathways.drawing.svg import add, add_lines, add_path, add_rect, number
from pathways.drawing.text import text_width
from pathways.model.drawing import Bounds

_SIZE = 11.0
_BOLD = 1.1
#: How far the ring is from its shape.
_OUT = 6.0


def draw_mark(parent: Element, mark: Mark, at: Bounds, *, round_: bool, below: bool) -> Bounds:
    """Draw a mark on a shape and return the room that it takes.

    Args:
        parent: Where it is drawn.
        mark: What is said.
        at: The shape.
        round_: Whether the shape is no box.
        below: Whether there is something to be read above the shape.
    """
    if mark is Mark.HERE:
        _ring(parent, at, round_=round_)
        return _signpost(parent, mark.value, at, below=below)
    return _ticked(parent, mark.value, at)


def _ring(parent: Element, at: Bounds, *, round_: bool) -> None:
    around = Bounds(
        x=at.x - _OUT, y=at.y - _OUT, width=at.width + 2 * _OUT, height=at.height + 2 * _OUT
    )
    add_rect(parent, "here-ring", around, rx=around.width / 2 if round_ else 10 + _OUT)


def _signpost(parent: Element, said: str, at: Bounds, *, below: bool) -> Bounds:
    """A small fingerpost on the shape, with the words on its arm."""
    bottom = at.y + at.height
    left, top = at.x - 1, bottom + 12 if below else at.y - 32
    right = left + text_width(said, _SIZE) * _BOLD + 18
    post = (bottom + _OUT, top + 2) if below else (top + 18, at.y - _OUT)
    add(parent, "path", "here-post", d=f"M{number(left + 9)} {number(post[0])}V{number(post[1])}")
    arm = ((left, top), (right, top), (right + 9, top + 10), (right, top + 20), (left, top + 20))
    points = " ".join(f"{number(x)},{number(y)}" for x, y in arm)
    add(parent, "polygon", "here-arm", points=points)
    add_lines(parent, "here-said", (said,), (left + right) / 2 + 2, top + 4, _SIZE)
    return Bounds(x=left - 8, y=top - 2, width=right - left + 19, height=24)


def _ticked(parent: Element, said: str, at: Bounds) -> Bounds:
    width, height = text_width(said, 10.0) * _BOLD + 26, 18.0
    left, top = at.x + at.width - width + 6, at.y - height / 2 - 1
    tag = Bounds(x=left, y=top, width=width, height=height)
    add_rect(parent, "done-tag", tag, rx=height / 2)
    add_path(parent, "done-tick", TICK, left + 12, top + height / 2)
    add_lines(parent, "done-said", (said,), left + 20 + (width - 26) / 2, top + 4, 10.0)
    return tag
