"""A step that is done once for each of several."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Loop, Step
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} is done once for each of several (it has three bars), which does not run yet. Draw "
    "one step whose form asks about all of them."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in running_nodes(subject.drawing, Step):
        if step.loop in {Loop.PARALLEL, Loop.SEQUENTIAL}:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="multi_instance",
    severity=Severity.ERROR,
    fixed=True,
    title="No step is done once for each of several.",
    look=_look,
)
