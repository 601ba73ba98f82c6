"""A file without a picture."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject

_MESSAGE = (
    "The file has no diagram part, so there is no picture of it. Open it in a BPMN editor that "
    "lays it out, and save it again."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    if not subject.drawing.planes:
        yield Complaint(message=_MESSAGE, element=subject.drawing.id or None)


RULE = Rule(
    name="no_diagram",
    severity=Severity.ERROR,
    title="The file has a diagram part.",
    look=_look,
)
