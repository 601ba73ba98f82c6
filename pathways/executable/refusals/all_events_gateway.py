"""A gateway that waits until each of several things has happened."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Choice
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} waits until all of its events have happened, which does not run. Draw a parallel "
    "gateway in its place, an event on each of its ways, and a parallel gateway where they "
    "come together."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for choice in running_nodes(subject.drawing, Choice):
        if choice.all_events:
            yield about(choice, _MESSAGE)


RULE = Rule(
    name="all_events_gateway",
    severity=Severity.ERROR,
    fixed=True,
    title="No gateway waits for all of its events: it runs as one that takes the first.",
    look=_look,
)
