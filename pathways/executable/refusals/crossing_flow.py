"""An arrow through the edge of a sub-process."""

from collections.abc import Iterator

from pathways.executable.running import running
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about_flow

_MESSAGE = (
    "{it} leads through the edge of a sub-process. Draw it to the sub-process itself, or to an end "
    "inside of it."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    processes = running(drawing)
    for flow in drawing.flows.values():
        source, target = drawing.nodes[flow.source], drawing.nodes[flow.target]
        if source.scope != target.scope and {source.process, target.process} & processes:
            yield about_flow(flow, drawing, _MESSAGE)


RULE = Rule(
    name="crossing_flow",
    severity=Severity.ERROR,
    fixed=True,
    title="No arrow leads through the edge of a sub-process.",
    look=_look,
)
