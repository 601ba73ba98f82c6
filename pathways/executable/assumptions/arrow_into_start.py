"""An arrow that leads back to the start."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition
from pathways.model.rule import about_flow

_AGAIN = (
    "{it} leads back to a start, and a case begins only once: it goes on at what comes after the "
    "start. Draw the arrow to the first step instead."
)
_NOWHERE = (
    "{it} leads back to a start, and a case begins only once: the arrow is left out. Draw it to "
    "the step where it goes on."
)


def _assume(revision: Revision) -> None:
    for event in revision.drawing.events():
        if event.position is EventPosition.START:
            for flow in revision.drawing.incoming(event.id):
                _lead_on(revision, flow)


def _lead_on(revision: Revision, flow: Flow) -> None:
    """Let an arrow lead to what comes after the start, where that is one thing and no start."""
    drawing = revision.drawing
    after = [drawing.nodes[each.target] for each in drawing.outgoing(flow.target)]
    step = after[0] if len(after) == 1 else None
    begins = isinstance(step, Event) and step.position is EventPosition.START
    if step is None or begins or step.scope != drawing.nodes[flow.source].scope:
        del revision.flows[flow.id]
        revision.tell(about_flow(flow, drawing, _NOWHERE))
    else:
        revision.redraw(flow, target=step.id)
        revision.tell(about_flow(flow, drawing, _AGAIN))


ASSUMPTION = Assumption(
    name="arrow_into_start",
    severity=Severity.WARNING,
    title="An arrow back to the start leads to what comes after it.",
    assume=_assume,
)
