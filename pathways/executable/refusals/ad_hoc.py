"""A sub-process whose steps are done in any order."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Step, StepKind
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} holds steps that are done in any order, which does not run. Draw a parallel gateway "
    "before them and another one after them, or one step whose form asks about all of them."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for step in running_nodes(subject.drawing, Step):
        if step.kind is StepKind.AD_HOC:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="ad_hoc",
    severity=Severity.ERROR,
    fixed=True,
    title="No sub-process leaves open in which order its steps are done.",
    look=_look,
)
