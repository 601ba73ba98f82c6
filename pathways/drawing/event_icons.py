"""What an event waits for or sends: signs in a square of 36 pixels, outlined or filled."""

from pathways.drawing.paths import line, lines, outline, scaled, spokes, star
from pathways.drawing.svg import circle, path, whole
from pathways.model.node import Trigger

#: The size that they are drawn for.
SIZE = 36.0

_ENVELOPE = outline((8.5, 11.4), (27.3, 11.4), (27.3, 24), (8.5, 24))
_FLAP = line((8.5, 11.4), (17.9, 16.7), (27.3, 11.4))
_DARK_ENVELOPE = outline((9, 11.9), (26.9, 11.9), (26.9, 23.5), (9, 23.5))
_DARK_FLAP = line((9.2, 12), (17.9, 16.9), (26.7, 12))
_TICKS = spokes((18, 18), 7.6, 9.8, 12)
_HANDS = line((20.3, 10.5), (17.9, 18), (23.4, 19.5))
_CROSS = outline(
    (8.4, 12.3), (11.8, 8.9), (17.9, 15), (24, 8.9), (27.4, 12.3), (21.3, 18.3), (27.4, 24.4),
    (24, 27.8), (17.9, 21.6), (11.8, 27.8), (8.4, 24.4), (14.5, 18.3),
)  # fmt: skip
_PLUS = outline(
    (16.5, 7.1), (19.5, 7.1), (19.5, 16.3), (28.7, 16.3), (28.7, 19.4), (19.5, 19.4), (19.5, 28.6),
    (16.5, 28.6), (16.5, 19.4), (7.3, 19.4), (7.3, 16.3), (16.5, 16.3),
)  # fmt: skip

_OUTLINES: dict[Trigger, str] = {
    Trigger.SIGNAL: outline((18, 7.3), (27, 23.4), (9, 23.4)),
    Trigger.ESCALATION: outline((18, 7.2), (26, 27.2), (18, 20.2), (10, 27.2)),
    Trigger.ERROR: outline(
        (7.3, 26), (13.8, 9.2), (21.1, 18.7), (26.8, 7.2), (22.2, 25.3), (14.6, 16.4)
    ),
    Trigger.CANCEL: _CROSS,
    Trigger.COMPENSATION: outline((7.9, 18), (16.8, 11.5), (16.8, 24.5))
    + outline((17, 18), (25.9, 11.5), (25.9, 24.5)),
    Trigger.LINK: outline(
        (7, 14.7), (20.5, 14.7), (20.5, 10.3), (30.5, 18), (20.5, 25.9), (20.5, 21.5), (7, 21.5)
    ),
    Trigger.MULTIPLE: star((18, 17.3), 10.9, 5),
    Trigger.PARALLEL: _PLUS,
}
_SHEET = outline((10.5, 8.5), (25, 8.5), (25, 26.5), (10.5, 26.5)) + lines(
    *(((12.5, y), (23, y)) for y in (11.5, 14.5, 17.5, 20.5, 23.5))
)
#: These look the same, whoever throws them.
_NEVER_FILLED = frozenset({Trigger.PARALLEL})


def event_icon(trigger: Trigger, width: float, height: float, *, filled: bool) -> str:
    """Return the sign of a trigger.

    Args:
        trigger: What the event waits for or sends.
        width: Of the event.
        height: Of the event.
        filled: Whether the event sends it.
    """
    across, down = width / SIZE, height / SIZE
    if trigger is Trigger.NONE:
        return ""
    if trigger is Trigger.TIMER:
        return _clock(width, height)
    if trigger is Trigger.TERMINATE:
        return circle("block", width / 2, height / 2, whole((width + height) / 4 - 8) + 2)
    if trigger is Trigger.CONDITION:
        return path("icon", scaled(_SHEET, across, down))
    if trigger is Trigger.MESSAGE:
        return _letter(across, down, filled=filled)
    fill = "solid" if filled and trigger not in _NEVER_FILLED else "icon"
    return path(fill, scaled(_OUTLINES[trigger], across, down))


def _letter(across: float, down: float, *, filled: bool) -> str:
    if not filled:
        return path("icon", scaled(_ENVELOPE + _FLAP, across, down))
    return path("block", scaled(_DARK_ENVELOPE, across, down)) + path(
        "cut", scaled(_DARK_FLAP, across, down)
    )


def _clock(width: float, height: float) -> str:
    across, down = width / SIZE, height / SIZE
    heavy = "icon" if width < SIZE - 10 else "icon heavy"
    face = circle(heavy, width / 2, height / 2, whole((width + height) / 4 - 0.2 * height))
    hands = path(heavy, scaled(_HANDS, across, down))
    return face + path("icon", scaled(_TICKS, across, down)) + hands
