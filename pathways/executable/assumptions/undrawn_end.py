"""A way that stops without an end."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import event
from pathways.executable.running import scopes
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Node, Step
from pathways.model.rule import about
from pathways.model.spoken import shortened

_MESSAGE = (
    "The way stops at {it}: it ends there. Draw an arrow to what comes next, or to an end event "
    "that says how it has ended."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for nodes in scopes(drawing).values():
        for node in nodes:
            if _stops(node, drawing):
                end = revision.fresh_id(f"end_after_{revision.before.drawn(node.id)}")
                name = f"The end after “{shortened(node.name)}”" if node.name else "The end"
                made = event(end, EventPosition.END, near=node, name=name)
                revision.make_up(made, for_=node.id)
                revision.connect(node.id, end)
                revision.tell(about(node, _MESSAGE))


def _stops(node: Node, drawing: Drawing) -> bool:
    if drawing.outgoing(node.id):
        return False
    if isinstance(node, Event):
        return node.position is not EventPosition.END
    return not (isinstance(node, Step) and (node.by_event or node.compensates))


ASSUMPTION = Assumption(
    name="undrawn_end",
    severity=Severity.WARNING,
    title="A way that stops has ended.",
    assume=_assume,
)
