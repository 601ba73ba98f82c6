"""Names beside their shapes: where a file says, else where BPMN editors put them."""

import math
from dataclasses import dataclass

from pathways.drawing.svg import Box, height_of, text, whole
from pathways.drawing.text import Lines, wrapped
from pathways.model.geometry import Bounds

LABEL_SIZE = 11.0
#: As wide and as high as a label is where no file says so.
_WIDTH, _HEIGHT = 90.0, 20.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and where it is written."""

    svg: str
    #: The room that it takes.
    room: Box


def label(css: str, name: str, drawn: Bounds | None, middle: tuple[float, float]) -> Label:
    """Return a name beside its shape.

    Args:
        css: Names of classes.
        name: What is written.
        drawn: Where the file wants it; its height does not count.
        middle: The middle of its first line where the file does not say.
    """
    if drawn is not None and drawn.width > 0:
        place = (whole(drawn.x), whole(drawn.y), whole(drawn.width))
    else:
        place = _fitted(name, drawn, middle)
    left, top, width = place
    lines = wrapped(name, width, LABEL_SIZE)
    across = left + max(width / 2, lines.width / 2)
    return Label(
        text(css, lines, (across, top), LABEL_SIZE),
        _room(lines, across, top),
    )


def _fitted(name: str, drawn: Bounds | None, middle: tuple[float, float]) -> tuple[int, int, int]:
    """Return left, top and width of a label that is as wide as its text."""
    if drawn is not None:
        middle, top = (drawn.x, drawn.y), drawn.y
    else:
        top = middle[1] - _HEIGHT / 2
    lines = wrapped(name, _WIDTH, LABEL_SIZE)
    return whole(middle[0] - lines.width / 2), whole(top), math.ceil(lines.width)


def _room(lines: Lines, across: float, top: float) -> Box:
    return (across - lines.width / 2, top, lines.width, height_of(lines, LABEL_SIZE))
