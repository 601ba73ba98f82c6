"""Arrows, messages and dotted lines."""

from pathways.drawing.lines import before_end, halfway, rounded_line, turned
from pathways.drawing.paths import Point, line, outline
from pathways.drawing.steps import NAME_SIZE
from pathways.drawing.svg import circle, moved, path, polygon, text
from pathways.drawing.text import wrapped
from pathways.model.drawing import Association, AssociationKind

Points = tuple[Point, ...]

_HEAD: Points = ((-10, -5), (0, 0), (-10, 5))
_MESSAGE_HEAD: Points = ((-11.25, -4.5), (-0.75, 0), (-11.25, 4.5))
#: From the start of a line on: the way is taken if something is so, or otherwise.
_IF: Points = ((-1, 0), (-9, -4), (-17, 0), (-9, 4))
_OTHERWISE: Points = ((-6, 6), (-10, -6))
_START = 5.25
_ENVELOPE = outline((-10.5, -7), (10.5, -7), (10.5, 7), (-10.5, 7))
_FLAP = line((-10.5, -7), (0, -1), (10.5, -7))
_LETTER_WIDTH = 150.0


def flow_body(points: Points, *, conditional: bool, otherwise: bool) -> str:
    """Return the arrow of a sequence flow.

    Args:
        points: Its way.
        conditional: Whether a step is left on it only if something is so.
        otherwise: Whether it is the way that is taken when no other is.
    """
    body = path("flow", rounded_line(points))
    if otherwise:
        body += path("slash", line(*_at_start(_OTHERWISE, points)))
    elif conditional:
        body += polygon("if", *_at_start(_IF, points))
    return body + polygon("head", *turned(_HEAD, points[-1], before_end(points)))


def message_body(points: Points) -> str:
    """Return the line of a message flow."""
    body = path("message", rounded_line(points))
    body += circle("message-start", *points[0], _START)
    return body + polygon("message-head", *turned(_MESSAGE_HEAD, points[-1], before_end(points)))


def envelope(name: str, points: Points, *, answer: bool) -> str:
    """Return the envelope halfway on a message flow.

    Args:
        name: What is written at it.
        points: The way of the message.
        answer: Whether it is that of an answer: dark.
    """
    if answer:
        body = path("block", _ENVELOPE) + path("cut", _FLAP)
    else:
        body = path("icon open-envelope", _ENVELOPE + _FLAP)
    lines = wrapped(name, _LETTER_WIDTH, NAME_SIZE)
    written = text("name", lines, (lines.width / 2, 10), NAME_SIZE) if name else ""
    return moved("envelope", *halfway(points), body + written)


def association_body(association: Association, points: Points) -> str:
    """Return a dotted line, with heads where it leads somewhere."""
    data = association.kind is not AssociationKind.PLAIN
    body = path("dots", rounded_line(points))
    if data or association.direction in {"One", "Both"}:
        body += path("open-head", line(*turned(_HEAD, points[-1], before_end(points))))
    if association.direction == "Both":
        body += path("open-head", line(*_at_start(_HEAD, points)))
    return body


def _at_start(shape: Points, points: Points) -> Points:
    return turned(shape, points[0], before_end(points[::-1]))
