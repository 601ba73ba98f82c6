"""A step that goes round in itself."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Loop, Step
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} is repeated (it has a round arrow), which does not run. Draw a choice after it that "
    "asks whether it is enough, with an arrow that leads back."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in running_nodes(subject.drawing, Step):
        if step.loop is Loop.STANDARD:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="standard_loop",
    severity=Severity.ERROR,
    fixed=True,
    title="No step repeats itself: a way back is drawn.",
    look=_look,
)
