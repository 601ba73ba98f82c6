"""Ways that are taken at the same time and come together without waiting for each other."""

from collections.abc import Iterator

from pathways.checks.branches import Branches
from pathways.model.drawing import Drawing, Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Event, EventPosition, Node
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import called


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    branches = Branches(drawing)
    told: set[str] = set()
    for node in drawing.nodes.values():
        ways = tuple(way for way in _ways_at_once(node, drawing) if way)
        if len(ways) > 1:
            for meeting in branches.meetings(node.id, ways):
                if meeting not in told and _goes_on(drawing.nodes[meeting], drawing):
                    told.add(meeting)
                    yield about(drawing.nodes[meeting], _message(node))


def _ways_at_once(node: Node, drawing: Drawing) -> Iterator[tuple[Flow, ...]]:
    """Yield the ways that a case takes at the same time, each as the arrows that it begins with."""
    flows = drawing.outgoing(node.id)
    if isinstance(node, Choice) and node.kind is ChoiceKind.PARALLEL:
        yield from ((flow,) for flow in flows)
        return
    edges = drawing.boundaries(node.id)
    beside = [edge for edge in edges if not edge.interrupting]
    if beside:
        ending = (edge for edge in edges if edge.interrupting)
        yield (*flows, *(flow for edge in ending for flow in drawing.outgoing(edge.id)))
        yield from (drawing.outgoing(edge.id) for edge in beside)


def _goes_on(node: Node, drawing: Drawing) -> bool:
    """Whether something is done at or after a node: that two ways end at one end is fine."""
    if _ends(node):
        return False
    targets = [drawing.nodes[flow.target] for flow in drawing.outgoing(node.id)]
    return not (isinstance(node, Choice) and all(_ends(target) for target in targets))


def _ends(node: Node) -> bool:
    return isinstance(node, Event) and node.position is EventPosition.END


def _message(parting: Node) -> str:
    return (
        "Ways that are taken at the same time come together at {it} without waiting for each "
        "other, so what comes from there on is done once for each of them. They part at "
        f"{called(parting)}. Draw a parallel gateway where they come together."
    )


RULE = Rule(
    name="fake_join",
    severity=Severity.WARNING,
    title="Ways that are taken at the same time come together at a parallel gateway.",
    look=_look,
)
