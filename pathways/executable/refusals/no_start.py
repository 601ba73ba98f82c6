"""Something runs that has no beginning."""

from collections.abc import Iterator

from pathways.executable.running import scopes
from pathways.executable.standing import missing, standing
from pathways.model.finding import Severity
from pathways.model.node import EventPosition
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    found = scopes(drawing) or {drawing.id: ()}
    for scope, nodes in found.items():
        if not standing(nodes, EventPosition.START):
            what = "no start event. Draw one with an arrow to the first step."
            yield missing(drawing, scope, what)


RULE = Rule(
    name="no_start",
    severity=Severity.ERROR,
    fixed=True,
    title="The pathway, and each sub-process, has a start.",
    look=_look,
)
