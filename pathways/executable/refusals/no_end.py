"""Something runs that has no end."""

from collections.abc import Iterator

from pathways.executable.running import scopes
from pathways.executable.standing import missing, standing
from pathways.model.finding import Severity
from pathways.model.node import EventPosition
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    for scope, nodes in scopes(subject.drawing).items():
        if nodes and not standing(nodes, EventPosition.END):
            what = "no end event. Draw one at every way out of it."
            yield missing(subject.drawing, scope, what)


RULE = Rule(
    name="no_end",
    severity=Severity.ERROR,
    fixed=True,
    title="The pathway, and each sub-process, has an end.",
    look=_look,
)
