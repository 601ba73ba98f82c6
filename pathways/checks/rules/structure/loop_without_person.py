"""A loop in which nobody does anything and nothing is waited for."""

from collections import Counter
from collections.abc import Iterator

from pathways.model.action import action_of
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.graph import Graph, circles
from pathways.model.node import Choice, ChoiceKind, Event, EventPosition, Node, Step, StepKind
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.ways import ways_on

_AT_ONCE = frozenset({StepKind.DECISION, StepKind.SEND})
_WAITING = frozenset({EventPosition.CATCH, EventPosition.BOUNDARY})
_MESSAGE = (
    "The loop at {it} goes round without a person who does something and without a wait, so a case "
    "that comes round once comes round for ever. Draw a step for a person, or a wait, into the "
    "loop."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    graph = _passed_at_once(drawing)
    circle = circles(graph)
    size = Counter(circle.values())
    told: set[str] = set()
    for name, nexts in graph.items():
        looping = size[circle[name]] > 1 or name in nexts
        if looping and circle[name] not in told:
            told.add(circle[name])
            yield about(drawing.nodes[name], _MESSAGE)


def _passed_at_once(drawing: Drawing) -> Graph:
    """Return the ways between what takes no time."""
    quick = {name for name, node in drawing.nodes.items() if not _takes_time(node)}
    return {
        name: tuple(each for each in nexts if each in quick)
        for name, nexts in ways_on(drawing).items()
        if name in quick
    }


def _takes_time(node: Node) -> bool:
    """Whether a case stays here; what is inside of a sub-process may hold it too."""
    if isinstance(node, Step):
        return node.kind not in _AT_ONCE and action_of(node) is None
    if isinstance(node, Choice):
        return node.kind is ChoiceKind.EVENT_BASED
    return isinstance(node, Event) and node.position in _WAITING


RULE = Rule(
    name="loop_without_person",
    severity=Severity.WARNING,
    title="In each loop somebody does something, or something is waited for.",
    look=_look,
)
