"""A sub-process that no arrow leads to, because an event starts it."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Step
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} is a sub-process that an event starts, which does not run. Draw the event on the "
    "edge of the step that it can happen in, and what follows after that event."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in running_nodes(subject.drawing, Step):
        if step.by_event:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="event_sub_process",
    severity=Severity.ERROR,
    fixed=True,
    title="No sub-process is started by an event.",
    look=_look,
)
