"""Two answers that lead to the same place."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind
from pathways.model.rule import Complaint, Rule, Subject, about_flow

_MESSAGE = (
    "{it} leads to the same place as another arrow of the same choice. Draw one arrow and write "
    "both answers on it, or let the arrows lead to different steps."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for choice in drawing.choices():
        if choice.kind is not ChoiceKind.EXCLUSIVE:
            continue  # both arrows would be taken: where it runs, that is refused
        seen: set[str] = set()
        for flow in drawing.outgoing(choice.id):
            target = drawing.nodes[flow.target]
            waits = isinstance(target, Choice) and target.kind is ChoiceKind.PARALLEL
            if flow.target in seen and not waits:
                yield about_flow(flow, drawing, _MESSAGE)
            seen.add(flow.target)


RULE = Rule(
    name="repeated_flow",
    severity=Severity.WARNING,
    title="Different answers lead to different places.",
    look=_look,
)
