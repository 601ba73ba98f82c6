"""A sub-process that is done wholly or undone."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Step, StepKind
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} is a transaction: it is done wholly or undone, and undoing does not run. Draw an "
    "ordinary sub-process, and a choice after it with the steps that put things right."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in running_nodes(subject.drawing, Step):
        if step.kind is StepKind.TRANSACTION:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="transaction",
    severity=Severity.ERROR,
    fixed=True,
    title="No sub-process is undone as a whole.",
    look=_look,
)
