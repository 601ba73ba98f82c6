"""What leads from a shape to the words of its step: unseen, on top of the shape, easy to hit."""

from collections.abc import Iterable

from pathways.drawing.mark import Mark
from pathways.drawing.paths import outline
from pathways.drawing.places import placed
from pathways.drawing.steps import CORNER
from pathways.drawing.svg import circle, escaped, path, polygon, rect
from pathways.model.geometry import Bounds
from pathways.model.node import Choice, Event, Node

#: WCAG 2.2, 2.5.8: a target is at least so wide and high, in pixels.
SMALLEST = 24.0
#: How broad the frame of an open sub-process is to be hit, and the strip with its name.
_FRAME, _TITLE = 8.0, 26.0


def link(anchor: str, title: str, inside: str) -> str:
    """Return a link to the words of a step.

    Args:
        anchor: Id of the element of the page that tells of the step.
        title: What the shape is, for those who hear it.
        inside: What can be hit, and what is said on it.
    """
    said = f"<title>{escaped(title)}</title>"
    return f'<a class="fp-link" href="#{escaped(anchor)}">{said}{inside}</a>'


def title_of(named: str, lane: str, marks: Iterable[Mark]) -> str:
    """Return `"Task: Ask for it, Family. You are here. 3 comments."`."""
    placed_at = f"{named}, {lane}" if lane else named
    return ". ".join([placed_at, *(mark.said for mark in marks)]) + ("." if marks else "")


def hit(node: Node, drawn: Bounds, *, open_: bool) -> str:
    """Return what can be hit of a shape; `open_` leaves the inside of a sub-process free."""
    at = _large_enough(placed(drawn))
    x, y = at.x + at.width / 2, at.y + at.height / 2
    if isinstance(node, Event):
        return circle("hit", x, y, (at.width + at.height) / 4)
    if isinstance(node, Choice):
        corners = ((x, at.y), (at.x + at.width, y), (x, at.y + at.height), (at.x, y))
        return polygon("hit", *corners)
    if open_:
        return path("hit frame-hit", _frame(at))
    return rect("hit", (at.x, at.y, at.width, at.height), CORNER)


def _large_enough(at: Bounds) -> Bounds:
    if at.width >= SMALLEST and at.height >= SMALLEST:
        return at
    width, height = max(at.width, SMALLEST), max(at.height, SMALLEST)
    return Bounds(
        x=at.x - (width - at.width) / 2,
        y=at.y - (height - at.height) / 2,
        width=width,
        height=height,
    )


def _frame(at: Bounds) -> str:
    left, top, right, bottom = at.x, at.y, at.x + at.width, at.y + at.height
    inner = (left + _FRAME, min(top + _TITLE, bottom), right - _FRAME, bottom - _FRAME)
    around = outline((left, top), (right, top), (right, bottom), (left, bottom))
    free = outline(
        (inner[0], inner[1]), (inner[2], inner[1]), (inner[2], inner[3]), (inner[0], inner[3])
    )
    return around + free
