"""A gateway that changes nothing."""

from collections.abc import Iterator

from pathways.checks.asking import asks
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} has one way in and one way out, so it changes nothing. Take it away, or draw the ways "
    "that are missing."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for choice in drawing.choices():
        ways_in, ways_out = drawing.incoming(choice.id), drawing.outgoing(choice.id)
        single = len(ways_in) <= 1 and len(ways_out) <= 1 and (ways_in or ways_out)
        if single and not asks(choice, ways_out):
            yield about(choice, _MESSAGE)


RULE = Rule(
    name="idle_gateway",
    severity=Severity.ADVICE,
    title="A gateway parts ways or brings them together.",
    look=_look,
)
