"""What the interpreter runs and the house cannot bring about: messages and signals.

Nothing sends a case a message yet, and what a case sends has no letter. A case that waited for one
would wait for ever.
"""

from collections.abc import Iterator

from pathways.model.drawing import (
    Drawing,
    Event,
    EventPosition,
    Node,
    StepKind,
    Trigger,
)
from pathways.model.finding import Finding

_CARRIED = frozenset({Trigger.MESSAGE, Trigger.SIGNAL})
_SENDS = frozenset({EventPosition.THROW, EventPosition.END})
_WAITS = (
    "waits for a message or a signal, and nothing brings one here yet: the case would wait for "
    "ever. Draw a step for the person who answers, with a deadline on its edge."
)
_TELLS = (
    "sends a message or a signal, and nothing here hears it yet. Draw a send task, whose letter "
    "says what there is to say."
)


def unheard(drawing: Drawing) -> Iterator[Finding]:
    """Yield a finding for each element that waits for, or sends, what nobody carries."""
    for step in drawing.steps():
        if step.kind is StepKind.RECEIVE:
            yield _about(step, _WAITS)
    for event in drawing.events():
        if event.trigger in _CARRIED and not _begins_the_case(event):
            yield _about(event, _TELLS if event.position in _SENDS else _WAITS)


def _begins_the_case(event: Event) -> bool:
    """Whether it is a start that is read as a plain one: a case begins when it is opened."""
    return event.position is EventPosition.START and event.inside is None


def _about(node: Node, message: str) -> Finding:
    return Finding(
        rule="unheard",
        message=f"“{node.name or node.id}” ({node.id}) {message}",
        file="pathway.bpmn",
        element=node.id,
        line=node.line,
    )
