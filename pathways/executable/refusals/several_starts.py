"""A sub-process that several events would start."""

from collections.abc import Iterator

from pathways.executable.running import scopes
from pathways.executable.standing import standing
from pathways.model.finding import Severity
from pathways.model.node import EventPosition
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import called

_MOST_NAMED = 5


def _look(subject: Subject) -> Iterator[Complaint]:
    for nodes in scopes(subject.drawing).values():
        starts = standing(nodes, EventPosition.START)
        if len(starts) > 1:
            names = ", ".join(called(start) for start in starts[:_MOST_NAMED])
            more = ", …" if len(starts) > _MOST_NAMED else ""
            message = (
                f"{{it}} is one of {len(starts)} starts ({names}{more}) of a sub-process that an "
                "event starts, and it begins in one way. Draw such a sub-process for each of them."
            )
            yield about(starts[1], message)


RULE = Rule(
    name="several_starts",
    severity=Severity.ERROR,
    fixed=True,
    title="A sub-process that an event starts begins in one way.",
    look=_look,
)
