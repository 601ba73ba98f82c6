"""Marks on shapes: seen by their form and their words, never by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.drawing.extent import Extent
from pathways.drawing.mark import Form, Mark
from pathways.drawing.paths import Point, line, lines, outline
from pathways.drawing.svg import escaped, moved, number, path, polygon, rect
from pathways.drawing.text import text_width
from pathways.model.geometry import Bounds

_SIZE = 11.0
#: Bold letters are wider by so much.
_BOLD = 1.1
#: How far a ring is from its shape.
_OUT = 6.0
_HEIGHT = 18.0
#: Shapes that are narrower would be hidden by a tag: it stands beside their upper right corner.
_SMALL = 60.0
_CORNER = 9.0
#: From one tag to the next.
_APART = 21.0
#: How much room a signpost takes up or down.
_SIGNPOST = 24.0
#: How much room a tag's sign takes.
_SIGN = 16.0

_SIGNS = {
    Form.DONE: line((-4, 0.2), (-1.2, 3), (4, -3)),
    Form.ADDED: lines(((-4, 0), (4, 0)), ((0, -4), (0, 4))),
    Form.REMOVED: lines(((-3.5, -3.5), (3.5, 3.5)), ((-3.5, 3.5), (3.5, -3.5))),
    Form.REWORDED: outline((-4, 4), (-3.2, 1), (2, -4.2), (4.2, -2), (-1, 3.2)),
    Form.MOVED: lines(((-4.5, 0), (4, 0)), ((0.8, -3.2), (4, 0), (0.8, 3.2))),
}
#: Forms that have a line around their shape, each another one.
_RINGED = frozenset({Form.ADDED, Form.REWORDED, Form.MOVED})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where marks are put."""

    at: Bounds
    #: Whether the shape is no box.
    round_: bool = False
    #: Whether there is something to be read above the shape.
    below: bool = False


def draw_marks(marks: Sequence[Mark], spot: Spot, extent: Extent) -> str:
    """Return marks on a shape: tags at its upper right, counts at its lower right."""
    drawn = [_around(mark, spot, extent) for mark in marks]
    here = any(mark.form is Form.HERE for mark in marks)
    tags = [mark for mark in marks if mark.form not in {Form.HERE, Form.COUNT}]
    for place, mark in enumerate(tags):
        away = _away(place, signpost=here and not spot.below)
        drawn.append(_tag(mark, spot.at, spot.at.y - away, extent))
    counts = [mark for mark in marks if mark.form is Form.COUNT]
    for place, mark in enumerate(counts):
        away = _away(place, signpost=here and spot.below)
        drawn.append(_tag(mark, spot.at, spot.at.y + spot.at.height + away, extent))
    return "".join(drawn)


def _around(mark: Mark, spot: Spot, extent: Extent) -> str:
    """What a mark draws around its shape, or across it."""
    if mark.form is Form.HERE:
        return _ring("here", spot, extent) + _signpost(mark.said, spot, extent)
    if mark.form in _RINGED:
        return _ring(mark.form.value, spot, extent)
    return _crossed(spot.at) if mark.form is Form.REMOVED else ""


def _away(place: int, *, signpost: bool) -> float:
    """How far a tag is from the first one, which is on the border; it gives way to a signpost."""
    return place * _APART + (_SIGNPOST if signpost and place else 0.0)


def _ring(css: str, spot: Spot, extent: Extent) -> str:
    at = spot.at
    box = (at.x - _OUT, at.y - _OUT, at.width + 2 * _OUT, at.height + 2 * _OUT)
    extent.add(*box)
    return rect(f"{css}-ring", box, box[2] / 2 if spot.round_ else 10 + _OUT)


def _signpost(said: str, spot: Spot, extent: Extent) -> str:
    """A small fingerpost on the shape, with the words on its arm."""
    at, bottom = spot.at, spot.at.y + spot.at.height
    left, top = at.x - 1, bottom + 12 if spot.below else at.y - 32
    right = left + text_width(said, _SIZE) * _BOLD + 18
    post = (bottom + _OUT, top + 2) if spot.below else (top + 18, at.y - _OUT)
    arm: tuple[Point, ...] = (
        (left, top),
        (right, top),
        (right + 9, top + 10),
        (right, top + 20),
        (left, top + 20),
    )
    extent.add(left - 8, top - 2, right - left + 19, 24)
    return (
        path("here-post", line((left + 9, post[0]), (left + 9, post[1])))
        + polygon("here-arm", *arm)
        + _said("here-said", said, (left + right) / 2 + 2, top + 10)
    )


def _crossed(at: Bounds) -> str:
    right, bottom = at.x + at.width, at.y + at.height
    ways = (((at.x, at.y), (right, bottom)), ((at.x, bottom), (right, at.y)))
    return path("removed-cross", lines(*ways))


def _tag(mark: Mark, at: Bounds, middle: float, extent: Extent) -> str:
    """A label with a sign and words, at the right end of a shape."""
    form = mark.form.value
    sign = _SIGNS.get(mark.form, "")
    room = _SIGN if sign else 0.0
    width = text_width(mark.said, _SIZE) * _BOLD + 14 + room
    left, top = _left(at, width), middle - _HEIGHT / 2
    box = (left, top, width, _HEIGHT)
    extent.add(left - 2, top - 2, width + 4, _HEIGHT + 4)
    shown = moved(f"tag-sign {form}-sign", left + 13, middle, path("stroke", sign)) if sign else ""
    words = _said(f"{form}-said", mark.said, left + 7 + room + (width - 14 - room) / 2, middle)
    return rect(f"tag {form}-tag", box, _HEIGHT / 2) + shown + words


def _left(at: Bounds, width: float) -> float:
    """Where a tag so wide begins: beside what is small, else it ends at the upper right corner."""
    if not at.width:
        return at.x - width / 2
    right = at.x + at.width
    return right - _CORNER if at.width < _SMALL else right + _OUT - width


def _said(css: str, said: str, x: float, middle: float) -> str:
    at = f'x="{number(x)}" y="{number(middle + _SIZE * 0.36)}"'
    return f'<text class="fp-said fp-{css}" {at}>{escaped(said)}</text>'
