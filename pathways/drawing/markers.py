"""How a step is done: signs at the middle of its bottom, side by side."""

from pathways.drawing.paths import lines, outline
from pathways.drawing.svg import moved, path
from pathways.model.node import Loop, Step, StepKind

#: From one sign to the next, in pixels.
_APART = 18.0
#: From the middle of a sign to the bottom of its step.
_UP = 13.0

FOLDED = path("icon", outline((-7.5, -7), (6.5, -7), (6.5, 7), (-7.5, 7))) + path(
    "icon heavy", lines(((-5.5, 0), (4.5, 0)), ((-0.5, -5), (-0.5, 5)))
)
_UPRIGHT = lines(*(((x, -5), (x, 5)) for x in (-3, 0, 3)))
_BARS = path("icon heavy", _UPRIGHT)
_AGAIN = path(
    "icon thin",
    "M0.2 5.7C3.9 5.8 6.5 3 6.5 -0.5C6.5 -4 3.6 -6.7 0.1 -6.7C-3.4 -6.7 -6.3 -4 -6.3 -0.5"
    "C-6.3 2 -4.6 4 -2.2 5.3M-3.2 1.3L-2.2 5.2L-6.3 6",
)
_IN_TURN = path("icon heavy", lines(*(((-5, y), (5, y)) for y in (-3, 0, 3))))
_UNDO = path(
    "icon",
    outline((-7, 0), (0, -5), (0, 5)) + outline((0.1, 0), (7.1, -5), (7.1, 5)),
)
_ANY_ORDER = path(
    "solid",
    "M-7.3 2L-7.3 0.1C-3.6 -3.9 -0.6 -1.2 1.9 -0.3C4.3 0.7 6.2 0.3 7.8 -1.6L7.8 0.3"
    "C4.4 4.2 1.4 2 -1.4 0.9C-4.2 -0.3 -5.6 0.4 -7.3 2Z",
)
_LOOPS = {Loop.STANDARD: _AGAIN, Loop.PARALLEL: _BARS, Loop.SEQUENTIAL: _IN_TURN}


def markers(step: Step, width: float, height: float, *, folded: bool) -> str:
    """Return the signs of a step; `folded` says whether its inside is not drawn in it."""
    any_order = step.kind is StepKind.AD_HOC
    found = []
    if folded:
        found.append((0.0, FOLDED))
    if step.compensates:
        found.append((_undo_at(step, folded=folded, any_order=any_order), _UNDO))
    if any_order:
        found.append((_APART if folded else 0.0, _ANY_ORDER))
    if step.loop is not Loop.NONE:
        found.append((-_APART if folded or any_order else 0.0, _LOOPS[step.loop]))
    return "".join(moved("marker", width / 2 + x, height - _UP, sign) for x, sign in found)


def several(width: float, height: float) -> str:
    """Return the sign of a pool that stands for several."""
    return moved("marker", width / 2, height - 8, _BARS)


def _undo_at(step: Step, *, folded: bool, any_order: bool) -> float:
    """Left of everything else that there is."""
    others = folded + (any_order and not folded) + (step.loop is not Loop.NONE)
    return -_APART * others
