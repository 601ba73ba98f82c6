"""Names are short enough for the picture."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about, about_flow

#: Characters; about what fits into four lines of a drawn step.
LONGEST = 60


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for node in drawing.nodes.values():
        if len(node.name) > LONGEST:
            yield about(node, _said(len(node.name)))
    for flow in drawing.flows.values():
        if len(flow.name) > LONGEST:
            yield about_flow(flow, drawing, _said(len(flow.name)))


def _said(length: int) -> str:
    return (
        f"The name of {{it}} has {length} characters, and after {LONGEST} nobody takes it in at a "
        "glance. Say the rest in its words for staff or families."
    )


RULE = Rule(
    name="long_name",
    severity=Severity.ADVICE,
    title=f"No name is longer than {LONGEST} characters.",
    look=_look,
)
