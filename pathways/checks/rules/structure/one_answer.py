"""A question with a single answer."""

from collections.abc import Iterator

from pathways.checks.asking import asks
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} asks, and has only one way out: nobody learns what happens otherwise. Draw an arrow for "
    "each answer."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for choice in subject.drawing.choices():
        ways_out = subject.drawing.outgoing(choice.id)
        if len(ways_out) == 1 and asks(choice, ways_out):
            yield about(choice, _MESSAGE)


RULE = Rule(
    name="one_answer",
    severity=Severity.WARNING,
    title="A choice has a way for each of its answers.",
    look=_look,
)
