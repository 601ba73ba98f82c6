"""An arrow from one side to another, where only messages go."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.running import running
from pathways.model.finding import Severity
from pathways.model.rule import about_flow

_MESSAGE = (
    "{it} leads to another side, and a case stays on its own: the arrow is left out. Draw a "
    "message there, or draw both sides as lanes of one pool."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    processes = running(drawing)
    for flow in drawing.flows.values():
        ends = {drawing.nodes[flow.source].process, drawing.nodes[flow.target].process}
        if len(ends) > 1 and ends & processes:
            del revision.flows[flow.id]
            revision.tell(about_flow(flow, drawing, _MESSAGE))


ASSUMPTION = Assumption(
    name="arrow_between_sides",
    severity=Severity.WARNING,
    title="An arrow from one side to another is left out: sides send each other messages.",
    assume=_assume,
)
