"""What no arrow touches, where nothing runs."""

from collections import Counter
from collections.abc import Iterator

from pathways.executable.running import running
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Event, Node, Step, StepKind
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "No arrow leads to {it} or away from it, so nobody can tell when it happens. Draw the arrows, "
    "or delete it."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    """Look where a case never comes, such as in other pools; elsewhere it is refused."""
    drawing = subject.drawing
    processes = running(drawing)
    neighbours = Counter(node.scope for node in drawing.nodes.values())
    messaging = {end for flow in drawing.messages.values() for end in (flow.source, flow.target)}
    for node in drawing.nodes.values():
        joined = drawing.outgoing(node.id) or drawing.incoming(node.id) or node.id in messaging
        if joined or neighbours[node.scope] == 1 or node.process in processes:
            continue
        if _needs_arrows(node, drawing):
            yield about(node, _MESSAGE)


def _needs_arrows(node: Node, drawing: Drawing) -> bool:
    around = drawing.nodes.get(node.inside or "")
    if isinstance(around, Step) and around.kind is StepKind.AD_HOC:
        return False
    if isinstance(node, Step):
        return not (node.by_event or node.compensates)
    return not (isinstance(node, Event) and node.attached_to)


RULE = Rule(
    name="stands_alone",
    severity=Severity.WARNING,
    title="Arrows lead to everything and away from it.",
    look=_look,
)
