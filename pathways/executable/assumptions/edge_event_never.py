"""An event on the edge of a step that nothing brings about."""

from collections.abc import Iterable, Mapping

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.reach import reached
from pathways.executable.waits import Bringing
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Node, Step, StepKind, Trigger
from pathways.model.rule import about
from pathways.model.spoken import called
from pathways.model.ways import ways_on

_FROM_INSIDE = frozenset({Trigger.ERROR, Trigger.ESCALATION})
#: What belongs to undoing and does not run at all: refused, never left out.
_UNDOING = frozenset({Trigger.COMPENSATION, Trigger.CANCEL})
_MOST_NAMED = 3
_WHY: Mapping[Trigger, str] = {
    Trigger.TIMER: "does not say when",
    Trigger.CONDITION: "waits for something that no answer tells",
    Trigger.ERROR: "waits for something that goes wrong inside of a step that has no inside",
    Trigger.ESCALATION: "waits for something that comes from inside of a step that has no inside",
    Trigger.NONE: "does not say what it waits for",
}
_OTHERWISE = "waits for something that does not happen here"


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    bringing = Bringing(revision)
    never = [event for event in drawing.events() if _never(event, drawing, bringing)]
    if not never:
        return
    out = {event.id for event in never}
    lost = reached(drawing) - reached(drawing, but=out)
    after = _after(never, drawing, lost)
    for event in never:
        revision.tell(about(event, _message(event, after[event.id])))
    revision.leave_out(out | lost)


def _never(event: Event, drawing: Drawing, bringing: Bringing) -> bool:
    if event.position is not EventPosition.BOUNDARY or event.trigger in _UNDOING:
        return False
    host = drawing.nodes.get(event.attached_to or "")
    if not isinstance(host, Step):
        return True
    if event.trigger in _FROM_INSIDE:
        return not (host.holds_steps or host.kind is StepKind.CALL)
    return not bringing.brings(event)


def _after(never: Iterable[Event], drawing: Drawing, lost: Iterable[str]) -> dict[str, list[Node]]:
    """Return for each event the steps that are lost with it; each is told of once."""
    ways, left = ways_on(drawing), set(lost)
    found: dict[str, list[Node]] = {}
    for event in never:
        waiting = [event.id]
        found[event.id] = []
        while waiting:
            fresh = [name for name in ways[waiting.pop()] if name in left]
            left.difference_update(fresh)
            waiting += fresh
            nodes = (drawing.nodes[name] for name in fresh)
            found[event.id] += [node for node in nodes if isinstance(node, Step)]
    return found


def _message(event: Event, after: list[Node]) -> str:
    named = ", ".join(called(node) for node in after[:_MOST_NAMED])
    more = ", …" if len(after) > _MOST_NAMED else ""
    with_it = f", and with it {named}{more}" if after else ""
    return (
        f"{{it}} {_WHY.get(event.trigger, _OTHERWISE)}, so it never happens: it is left "
        f"out{with_it}. Draw a timer with a time on the edge of the step, or a choice after the "
        "step that asks."
    )


ASSUMPTION = Assumption(
    name="edge_event_never",
    severity=Severity.WARNING,
    title="An event on the edge of a step that nothing brings about is left out.",
    assume=_assume,
)
