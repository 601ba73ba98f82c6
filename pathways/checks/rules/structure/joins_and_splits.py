"""A gateway that does two things at once."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} brings ways together and parts them again, which is hard to read. Draw one gateway for "
    "the ways that come in, and another one after it for the ways that go out."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for choice in drawing.choices():
        if len(drawing.incoming(choice.id)) > 1 and len(drawing.outgoing(choice.id)) > 1:
            yield about(choice, _MESSAGE)


RULE = Rule(
    name="joins_and_splits",
    severity=Severity.ADVICE,
    title="A gateway brings ways together or parts them, not both.",
    look=_look,
)
