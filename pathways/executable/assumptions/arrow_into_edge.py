"""An arrow that leads to an event on the edge of a step, which only its step can bring about."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Node, Step
from pathways.model.rule import about_flow

_EDGE = (
    "{it} leads to an event on the edge of a step, which happens only while somebody is at that "
    "step: the arrow is left out. Draw it to the step, or to what comes after the event."
)
_BY_ITSELF = (
    "{it} leads to or from something that begins by itself and that nothing follows: the arrow is "
    "left out. Draw an ordinary step or sub-process there."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for flow in drawing.flows.values():
        target = drawing.nodes[flow.target]
        if isinstance(target, Event) and target.position is EventPosition.BOUNDARY:
            del revision.flows[flow.id]
            revision.tell(about_flow(flow, drawing, _EDGE))
        elif _by_event(target) or _by_event(drawing.nodes[flow.source]):
            del revision.flows[flow.id]
            revision.tell(about_flow(flow, drawing, _BY_ITSELF))


def _by_event(node: Node) -> bool:
    return isinstance(node, Step) and node.by_event


ASSUMPTION = Assumption(
    name="arrow_into_edge",
    severity=Severity.WARNING,
    title="An arrow to an event on the edge of a step is left out.",
    assume=_assume,
)
