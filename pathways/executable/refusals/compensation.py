"""A step that undoes another one."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Step
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} undoes another step (compensation), which does not run. Draw it as an ordinary step "
    "on the way where it is needed."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in running_nodes(subject.drawing, Step):
        if step.compensates:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="compensation",
    severity=Severity.ERROR,
    fixed=True,
    title="No step undoes another one by itself.",
    look=_look,
)
