"""An arrow that goes on where everything has ended."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Trigger
from pathways.model.rule import about_flow

_MESSAGE = (
    "{it} leads on from an end, and nothing comes after an end: the arrow is left out. Delete it, "
    "or draw a step in place of the end."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for event in drawing.events():
        if event.position is EventPosition.END and event.trigger is not Trigger.LINK:
            for flow in drawing.outgoing(event.id):
                del revision.flows[flow.id]
                revision.tell(about_flow(flow, drawing, _MESSAGE))


ASSUMPTION = Assumption(
    name="arrow_out_of_end",
    severity=Severity.WARNING,
    title="An arrow out of an end is left out.",
    assume=_assume,
)
