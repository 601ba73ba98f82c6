"""An event on the edge of a step that is drawn somewhere else."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Event
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} sits on a step of another sub-process than its own. Draw it on the edge of its step anew."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for event in running_nodes(drawing, Event):
        step = drawing.nodes.get(event.attached_to or "")
        if step is not None and step.scope != event.scope:
            yield about(event, _MESSAGE)


RULE = Rule(
    name="crossing_event",
    severity=Severity.ERROR,
    fixed=True,
    title="An event on the edge of a step is drawn in the same sub-process as the step.",
    look=_look,
)
