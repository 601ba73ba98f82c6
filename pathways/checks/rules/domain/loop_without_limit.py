"""A loop through a person's step ends one day, even if nobody ends it."""

from collections.abc import Iterator, Mapping

from pathways.checks.elements import Elements
from pathways.checks.ours import is_ours
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.graph import circles
from pathways.model.node import Node, Step, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    drawing = subject.drawing
    elements = Elements(drawing)
    circle = circles(elements.graph)
    looping: dict[str, list[Node]] = {}
    for name, node in drawing.nodes.items():
        if any(circle[each] == circle[name] for each in elements.graph[name]):
            looping.setdefault(circle[name], []).append(node)
    for members in looping.values():
        person = next((node for node in members if _waits(node)), None)
        if person is not None and not any(_leaves(node, circle, drawing) for node in members):
            yield about(
                person,
                "The way can come back to {it} again and again, and no time ends that. Draw a "
                "timer that leads out of the loop, or silence this rule there and write what ends "
                "it.",
            )


def _waits(node: Node) -> bool:
    return isinstance(node, Step) and node.for_a_person


def _leaves(node: Node, circle: Mapping[str, str], drawing: Drawing) -> bool:
    """Whether a timer on the edge of a step leads out of the loop."""
    return any(
        event.trigger is Trigger.TIMER
        and event.interrupting
        and circle[event.id] != circle[node.id]
        for event in drawing.boundaries(node.id)
    )


RULE = Rule(
    name="loop_without_limit",
    severity=Severity.WARNING,
    title="No loop through a person's step goes on for ever.",
    look=_look,
)
