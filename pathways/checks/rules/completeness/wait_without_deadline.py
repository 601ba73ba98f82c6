"""Nothing waits for a message, or for something to happen, without a time at which it goes on."""

from collections.abc import Iterator

from pathways.checks.deadlines import Deadlines
from pathways.checks.ours import is_ours
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Event, EventPosition, Node, StepKind, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about

_WAITED_FOR = frozenset(
    {Trigger.MESSAGE, Trigger.SIGNAL, Trigger.CONDITION, Trigger.MULTIPLE, Trigger.PARALLEL}
)


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    drawing = subject.drawing
    deadlines = Deadlines(drawing)
    for node in _waits(drawing):
        if not deadlines.any(node) and not _timed(node, drawing):
            yield about(
                node,
                "{it} can wait for ever. Draw a timer beside it, and what follows if nothing comes "
                "in time.",
            )


def _waits(drawing: Drawing) -> Iterator[Node]:
    yield from (step for step in drawing.steps() if step.kind is StepKind.RECEIVE)
    for choice in drawing.choices():
        if choice.kind is ChoiceKind.EVENT_BASED and not choice.begins:
            yield choice
    for event in drawing.events():
        waits = event.position is EventPosition.CATCH and event.trigger in _WAITED_FOR
        if waits and not _is_one_of_several(event, drawing):
            yield event


def _is_one_of_several(event: Event, drawing: Drawing) -> bool:
    sources = [drawing.nodes[flow.source] for flow in drawing.incoming(event.id)]
    return any(isinstance(node, Choice) and node.kind is ChoiceKind.EVENT_BASED for node in sources)


def _timed(node: Node, drawing: Drawing) -> bool:
    """Whether one of the events that end the wait is a timer."""
    targets = [drawing.nodes[flow.target] for flow in drawing.outgoing(node.id)]
    return isinstance(node, Choice) and any(
        isinstance(each, Event) and each.trigger is Trigger.TIMER for each in targets
    )


RULE = Rule(
    name="wait_without_deadline",
    severity=Severity.WARNING,
    title="Nothing waits for a message or an event without a time at which it goes on.",
    look=_look,
)
