"""The same arrow drawn twice."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Node
from pathways.model.rule import about_flow

_MESSAGE = "{it} is drawn twice, and what it leads to happens once. Delete one of the two."


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for node in drawing.nodes.values():
        targets: set[str] = set()
        for flow in drawing.outgoing(node.id) if _goes_every_way(node) else ():
            if flow.condition is None and flow.target in targets:
                del revision.flows[flow.id]
                revision.tell(about_flow(flow, drawing, _MESSAGE))
            elif flow.condition is None:
                targets.add(flow.target)


def _goes_every_way(node: Node) -> bool:
    return not isinstance(node, Choice) or node.kind is ChoiceKind.PARALLEL


ASSUMPTION = Assumption(
    name="drawn_twice",
    severity=Severity.WARNING,
    title="An arrow that is drawn twice is taken once.",
    assume=_assume,
)
