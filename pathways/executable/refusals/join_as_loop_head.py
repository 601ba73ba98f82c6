"""A join that waits for itself."""

from collections.abc import Iterator

from pathways.executable.loop_heads import loop_heads
from pathways.executable.running import running_nodes, scopes
from pathways.executable.standing import standing
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.graph import circles
from pathways.model.node import Choice, ChoiceKind, EventPosition
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.ways import ways_on

_MESSAGE = (
    "{it} waits for all its ways in, and one of them comes back from behind it, so it would wait "
    "for ever. Let the way back lead to an exclusive gateway before it."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    circle = circles(ways_on(drawing))
    heads = _heads(drawing)
    for choice in running_nodes(drawing, Choice):
        if choice.kind is ChoiceKind.PARALLEL:
            ways_in = drawing.incoming(choice.id)
            looping = {circle[flow.source] == circle[choice.id] for flow in ways_in}
            if looping == {True, False} or (choice.id in heads and len(ways_in) > 1):
                yield about(choice, _MESSAGE)


def _heads(drawing: Drawing) -> frozenset[str]:
    return frozenset(
        head
        for nodes in scopes(drawing).values()
        for start in standing(nodes, EventPosition.START)[:1]
        for head in loop_heads(drawing, start.id)
    )


RULE = Rule(
    name="join_as_loop_head",
    severity=Severity.ERROR,
    fixed=True,
    title="No join waits for a way that comes back from behind it.",
    look=_look,
)
