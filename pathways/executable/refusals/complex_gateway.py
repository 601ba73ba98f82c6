"""A gateway whose meaning only its author knows."""

from collections.abc import Iterator

from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind
from pathways.model.rule import Complaint, Rule, Subject, about

_MESSAGE = (
    "{it} is a complex gateway, which does not run. Draw an exclusive gateway (one way), a "
    "parallel gateway (all ways) or an inclusive gateway (one way or several) in its place."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for choice in running_nodes(subject.drawing, Choice):
        if choice.kind is ChoiceKind.COMPLEX:
            yield about(choice, _MESSAGE)


RULE = Rule(
    name="complex_gateway",
    severity=Severity.ERROR,
    fixed=True,
    title="No complex gateway: nobody can tell from the drawing which way is taken.",
    look=_look,
)
