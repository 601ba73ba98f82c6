"""Who hears what goes outwards: errors, escalations and calling off."""

from collections.abc import Iterator

from pathways.executable.running import called_process, running_nodes
from pathways.model.drawing import Drawing
from pathways.model.node import Event, EventPosition, Node, Step, StepKind


class Hearing:
    """What of a drawing's events is heard, and where."""

    def __init__(self, drawing: Drawing) -> None:
        """Look at a drawing once."""
        self._drawing = drawing
        #: Process id -> the steps that call it.
        self._callers: dict[str, list[Step]] = {}
        for step in running_nodes(drawing, Step):
            target = called_process(step, drawing)
            if target is not None:
                self._callers.setdefault(target, []).append(step)
        #: Scope -> the starts of its event sub-processes.
        self._handlers: dict[str, list[Event]] = {}
        for event in running_nodes(drawing, Event):
            around = drawing.nodes.get(event.inside or "")
            if isinstance(around, Step) and around.by_event and _starts(event):
                self._handlers.setdefault(around.scope, []).append(event)

    def hears(self, event: Event) -> bool:
        """Whether anything around hears what an event raises."""
        seen: set[str] = set()
        waiting = [(event.scope, "")]
        while waiting:
            scope, inside = waiting.pop()
            if scope in seen:
                continue
            seen.add(scope)
            if any(self._catches(each, event) for each in self._listening(scope, inside)):
                return True
            waiting += [(host.scope, host.id) for host in self._hosts(scope)]
        return False

    def _listening(self, scope: str, inside: str) -> Iterator[Event]:
        handlers = self._handlers.get(scope, ())
        if not any(handler.inside == inside for handler in handlers):
            yield from handlers
        for host in self._hosts(scope):
            yield from self._drawing.boundaries(host.id)

    def _hosts(self, scope: str) -> list[Node]:
        """Return the steps whose inside a scope is."""
        around = self._drawing.nodes.get(scope)
        return [*self._callers.get(scope, ())] if around is None else [around]

    def _catches(self, catching: Event, raised: Event) -> bool:
        code = code_of(catching)
        return catching.trigger is raised.trigger and code in {"", code_of(raised)}


def code_of(event: Event) -> str:
    """Return the code by which an error or escalation is known; empty for any."""
    return "" if event.about is None else event.about.code or event.about.id


def in_a_transaction(event: Event, drawing: Drawing) -> Step | None:
    """Return the innermost transaction that an event is drawn in; None where there is none."""
    around = drawing.nodes.get(event.inside or "")
    while isinstance(around, Step) and around.kind is not StepKind.TRANSACTION:
        around = drawing.nodes.get(around.inside or "")
    return around if isinstance(around, Step) else None


def _starts(event: Event) -> bool:
    return event.position is EventPosition.START
