"""Steps: boxes with round corners, what kind they are, and how they are done."""

from pathways.drawing.event_icons import event_icon
from pathways.drawing.markers import markers
from pathways.drawing.svg import Body, circle, height_of, rect, room_of, text
from pathways.drawing.task_icons import BEGINS, TASK_ICONS
from pathways.drawing.text import wrapped
from pathways.model.node import Event, Step, StepKind

NAME_SIZE = 12.0
CORNER = 10.0
#: Between the border of a step and its name.
_PADDING = 7.0
#: From the outer border of a transaction to the inner one.
_BETWEEN = 3.0
#: How large the start of a folded sub-process is drawn in its corner.
_START = 22.0


def step_body(step: Step, name: str, size: tuple[float, float], *, open_: bool, icon: str) -> Body:
    """Return a step.

    Args:
        step: What is drawn.
        name: What is written on it.
        size: Width and height.
        open_: Whether the steps inside of it are drawn in it.
        icon: What is in its corner.
    """
    width, height = size
    folded = not open_ and (step.holds_steps or step.kind is StepKind.CALL)
    box = _border(step, width, height, open_=open_)
    signs = markers(step, width, height, folded=folded)
    named = _name(name, width, height, on_top=open_)
    return Body(box, named.written + icon + signs, named.room)


def task_icon(step: Step, *, begins: bool) -> str:
    """Return what kind of task it is; `begins` says whether a case begins with it."""
    return BEGINS if begins else TASK_ICONS.get(step.kind, "")


def start_icon(start: Event) -> str:
    """Return what starts a folded sub-process by an event, for its corner."""
    ring = circle(
        "icon" if start.interrupting else "icon small-dashed",
        _START / 2,
        _START / 2,
        _START / 2 - 1,
    )
    return ring + event_icon(start.trigger, _START, _START, filled=False)


def _border(step: Step, width: float, height: float, *, open_: bool) -> str:
    css = "shape" + (" by-event" if step.by_event else "") + (" open" if open_ else "")
    box = rect(css, (0, 0, width, height), CORNER)
    if step.kind is not StepKind.TRANSACTION:
        return box
    inside = (max(width - 2 * _BETWEEN, 0), max(height - 2 * _BETWEEN, 0))
    return box + rect("inner", (_BETWEEN, _BETWEEN, *inside), CORNER - _BETWEEN)


def _name(name: str, width: float, height: float, *, on_top: bool) -> Body:
    if not name:
        return Body("")
    lines = wrapped(name, width - 2 * _PADDING, NAME_SIZE)
    top = _PADDING if on_top else (height - height_of(lines, NAME_SIZE)) / 2
    at = (width / 2, top)
    return Body("", text("name", lines, at, NAME_SIZE), room_of(lines, at, NAME_SIZE))
