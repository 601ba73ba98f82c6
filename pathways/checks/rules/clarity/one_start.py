"""Each process begins in one place."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    first: dict[str, Event] = {}
    for event in subject.drawing.events():
        if event.position is EventPosition.START and event.trigger is Trigger.NONE:
            if event.scope in first:
                yield about(
                    event,
                    "{it} is one of several starts, and nobody knows where to begin reading. Draw "
                    "one start, and a choice after it.",
                )
            first.setdefault(event.scope, event)


RULE = Rule(
    name="one_start",
    severity=Severity.WARNING,
    title="Each process, and each group of steps, begins in one place.",
    look=_look,
)
