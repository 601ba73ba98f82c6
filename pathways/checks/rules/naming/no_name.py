"""Whatever is told has a name."""

from collections.abc import Iterator

from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Event, EventPosition, Node, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about

_ASKING = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE, ChoiceKind.COMPLEX})
_NAMES = {
    "step": "what is done, such as “Check the plan”",
    "choice": "the question that is answered here, such as “Is the answer yes?”",
    "event": "what happens or is waited for, such as “Answer received”",
    "start": "what has happened when it begins, such as “Request received”",
    "end": "what has been reached, such as “Request agreed”",
}


def _look(subject: Subject) -> Iterator[Complaint]:
    for node in subject.drawing.nodes.values():
        kind = _needs_name(node, subject.drawing)
        if kind and not node.name.strip():
            yield about(node, f"{{it}} has no name. Name it by {_NAMES[kind]}.")


def _needs_name(node: Node, drawing: Drawing) -> str:
    """Return what kind of element it is; empty where it is understood without a name."""
    if isinstance(node, Choice):
        return "choice" if node.kind in _ASKING and len(drawing.outgoing(node.id)) > 1 else ""
    if not isinstance(node, Event):
        return "step"
    if node.position is EventPosition.START:
        plain = node.trigger is Trigger.NONE
        return "" if plain or node.inside else "start"
    if node.position is EventPosition.END:
        return "" if node.inside else "end"
    return "" if node.trigger is Trigger.LINK else "event"


RULE = Rule(
    name="no_name",
    severity=Severity.WARNING,
    title="Every step, choice and event has a name.",
    look=_look,
)
