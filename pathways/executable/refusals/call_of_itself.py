"""A call that leads back to itself."""

from collections.abc import Iterator

from pathways.executable.running import called_process, calls, running_nodes
from pathways.model.finding import Severity
from pathways.model.graph import circles
from pathways.model.node import Step
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} calls a process that leads back to the same call, so it would never end. Draw an arrow "
    "back to the step where it begins again."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    circle = circles(calls(drawing))
    for step in running_nodes(drawing, Step):
        target = called_process(step, drawing)
        if target is not None and circle[target] == circle[step.process]:
            yield about(step, _MESSAGE)


RULE = Rule(
    name="call_of_itself",
    severity=Severity.ERROR,
    fixed=True,
    title="No process calls itself, directly or through others.",
    look=_look,
)
