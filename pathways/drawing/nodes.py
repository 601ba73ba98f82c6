"""Steps, choices and events: one shape each, as people know them from BPMN editors."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from pathways.drawing.icons import CHOICES, CLOCK, EVENTS, FOLDED, HANDS, TASKS
from pathways.drawing.svg import LINE, add, add_label, add_lines, add_path, add_rect, number
from pathways.drawing.text import shortened, wrapped
from pathways.model.drawing import (
    Bounds,
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Node,
    Shape,
    Step,
    StepKind,
    Trigger,
)

NAME_SIZE = 12.0
LABEL_SIZE = 11.0
_LABEL_WIDTH = 90.0
#: Fonts differ by so much: a label that was drawn to fit still does.
_OTHER_FONT = 6.0
_SMALL_SIZE = 10.5
_ICON_ROOM = 25.0
_FOLDED_ROOM = 16.0
_THROWING = frozenset({EventPosition.THROW, EventPosition.END})
_DOUBLE = frozenset({EventPosition.CATCH, EventPosition.THROW, EventPosition.BOUNDARY})
_CONTAINERS = frozenset({StepKind.SUB_PROCESS, StepKind.CALL})


def draw_node(parent: Element, node: Node, shape: Shape, *, open_: bool) -> Bounds:
    """Draw a node and its name; return the room that both take.

    Args:
        parent: Where it is drawn.
        node: What is drawn.
        shape: Where.
        open_: Whether the steps inside of a sub-process are drawn in it.
    """
    if isinstance(node, Step):
        _draw_step(parent, node, shape.bounds, open_=open_)
        return shape.bounds
    if isinstance(node, Choice):
        _draw_choice(parent, node, shape.bounds)
    elif isinstance(node, Event):
        _draw_event(parent, node, shape.bounds)
    return _draw_label(parent, node, shape)


def _draw_step(parent: Element, step: Step, at: Bounds, *, open_: bool) -> None:
    css = f"shape step {step.kind.name.lower().replace('_', '-')}"
    add_rect(parent, f"{css} open" if open_ else css, at, rx=10)
    for icon, path in TASKS.get(step.kind, ()):
        add_path(parent, f"icon {icon}", path, at.x + 7, at.y + 6)
    if open_:
        lines = shortened(wrapped(step.name, at.width - 20, NAME_SIZE), 1)
        add_lines(parent, "name", lines, at.x + at.width / 2, at.y + 8, NAME_SIZE)
        return
    folded = step.kind in _CONTAINERS
    if folded:
        add_path(parent, "icon line", FOLDED, at.x + at.width / 2, at.y + at.height)
    _draw_name(parent, step, _room(at, icon=step.kind in TASKS, folded=folded))


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a name may be: inside the box, and below the icon if it comes too near to it."""

    box: Bounds
    below_icon: float


def _room(at: Bounds, *, icon: bool, folded: bool) -> _Room:
    height = at.height - 8 - (_FOLDED_ROOM if folded else 0)
    box = Bounds(x=at.x + 6, y=at.y + 4, width=at.width - 12, height=height)
    return _Room(box, at.y + _ICON_ROOM if icon else at.y)


def _draw_name(parent: Element, step: Step, room: _Room) -> None:
    """The name in the middle; lower, then smaller, then cut short where it is too long."""
    box = room.box
    size, lines, top = _fitted(step.name, room)
    css = "name" if size == NAME_SIZE else "name small"
    add_lines(parent, css, lines, box.x + box.width / 2, top, size)


def _fitted(name: str, room: _Room) -> tuple[float, tuple[str, ...], float]:
    """Return size, lines and top of a name in its room."""
    box, bottom = room.box, room.box.y + room.box.height
    for size in (NAME_SIZE, _SMALL_SIZE):
        lines = wrapped(name, box.width, size)
        height = len(lines) * size * LINE
        top = max(box.y + (box.height - height) / 2, room.below_icon)
        if top + height <= bottom + 1:
            return size, lines, top
    line = _SMALL_SIZE * LINE
    lines = shortened(lines, max(1, int((bottom - room.below_icon) / line)))
    return _SMALL_SIZE, lines, max(box.y, min(room.below_icon, bottom - len(lines) * line))


def _draw_choice(parent: Element, choice: Choice, at: Bounds) -> None:
    x, y = at.x + at.width / 2, at.y + at.height / 2
    corners = ((x, at.y), (at.x + at.width, y), (x, at.y + at.height), (at.x, y))
    points = " ".join(f"{number(px)},{number(py)}" for px, py in corners)
    add(parent, "polygon", f"shape choice {_css(choice.kind)}", points=points)
    for css, path in CHOICES[choice.kind]:
        _scaled(add_path(parent, f"icon {css}", path), x, y, at.width / 50)


def _draw_event(parent: Element, event: Event, at: Bounds) -> None:
    x, y, radius = at.x + at.width / 2, at.y + at.height / 2, at.width / 2
    dashed = "" if event.interrupting else " dashed"
    css = f"shape event {_css(event.position)}{dashed}"
    add(parent, "circle", css, cx=x, cy=y, r=radius)
    if event.position in _DOUBLE:
        add(parent, "circle", f"ring{dashed}", cx=x, cy=y, r=max(radius - 3, 1))
    for icon, path in _event_icon(event):
        _scaled(add_path(parent, f"icon {icon}", path), x, y, at.width / 36)


def _event_icon(event: Event) -> tuple[tuple[str, str], ...]:
    if event.trigger is Trigger.TIMER:
        return (("fine", CLOCK), ("line", HANDS))
    if event.trigger is Trigger.TERMINATE:
        return (("solid", "M0-10a10 10 0 1 0 0 20a10 10 0 1 0 0-20z"),)
    if event.trigger is Trigger.NONE:
        return ()
    path = EVENTS[event.trigger]
    if event.position not in _THROWING:
        return (("line", path),)
    if event.trigger is Trigger.MESSAGE:
        return (("solid", "M-9-6.5h18v13h-18z"), ("cut", "M-9-6.5L0 1L9-6.5"))
    return (("solid", path),)


def _draw_label(parent: Element, node: Node, shape: Shape) -> Bounds:
    at = shape.bounds
    if not node.name:
        return at
    label = label_box(node.name, shape.label) or Bounds(
        x=at.x + at.width / 2 - _LABEL_WIDTH / 2,
        y=at.y + at.height + 5,
        width=_LABEL_WIDTH,
        height=0,
    )
    return _joined(at, add_label(parent, "label", node.name, label, LABEL_SIZE))


def label_box(text: str, label: Bounds | None) -> Bounds | None:
    """Return where a label's lines go: as drawn if they fit, else as wide as editors do."""
    if label is None:
        return None
    middle = label.x + label.width / 2
    width = label.width + _OTHER_FONT
    lines = wrapped(text, width, LABEL_SIZE)
    if len(lines) * LABEL_SIZE * LINE > label.height + _OTHER_FONT:
        width = max(width, _LABEL_WIDTH)
    return Bounds(x=middle - width / 2, y=label.y, width=width, height=label.height)


def _joined(one: Bounds, other: Bounds) -> Bounds:
    x, y = min(one.x, other.x), min(one.y, other.y)
    right = max(one.x + one.width, other.x + other.width)
    bottom = max(one.y + one.height, other.y + other.height)
    return Bounds(x=x, y=y, width=right - x, height=bottom - y)


def _scaled(path: Element, x: float, y: float, scale: float) -> None:
    move = f"translate({number(x)} {number(y)})"
    path.set("transform", move if abs(scale - 1) < 0.01 else f"{move} scale({number(scale)})")  # noqa: PLR2004 - less is not seen


def _css(kind: ChoiceKind | EventPosition) -> str:
    return kind.name.lower().replace("_", "-")
