"""What ends, or watches, a wait: timers on the edge of a step, or of a step around it."""

from collections.abc import Iterator

from pathways.model.drawing import Drawing
from pathways.model.node import Event, Node, Trigger

_WATCHING = frozenset({Trigger.TIMER, Trigger.CONDITION, Trigger.MULTIPLE})
#: Steps in steps in steps; nobody draws more.
_DEEPEST = 20


class Deadlines:
    """The events that happen if something is not done in time."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._watching: dict[str, list[Event]] = {}
        for event in drawing.events():
            if event.attached_to and event.trigger in _WATCHING:
                self._watching.setdefault(event.attached_to, []).append(event)

    def of(self, node: Node) -> Iterator[Event]:
        """Yield those of a node, then those of the steps around it."""
        step: Node | None = node
        for _ in range(_DEEPEST):
            if step is None:
                return
            yield from self._watching.get(step.id, ())
            step = self._drawing.nodes.get(step.inside or "")

    def any(self, node: Node) -> bool:
        """Whether there is one."""
        return next(self.of(node), None) is not None
