"""A condition on an arrow where nobody looks at it."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Node
from pathways.model.rule import about_flow

_CHOOSING = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE, ChoiceKind.COMPLEX})
_ONLY = (
    "{it} has a condition, and there is no other way to go: it is always taken. Draw an exclusive "
    "gateway with another way, or take the condition off the arrow."
)
_ALWAYS = (
    "{it} has a condition, and every way is taken there: the condition is not looked at. Draw an "
    "inclusive gateway there, or take the condition off the arrow."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for flow in drawing.flows.values():
        if flow.condition is None:
            continue
        source = drawing.nodes[flow.source]
        only = len(drawing.outgoing(source.id)) == 1
        if only or not _chooses(source):
            revision.flows[flow.id] = replace(flow, condition=None)
            revision.tell(about_flow(flow, drawing, _ONLY if only else _ALWAYS))


def _chooses(node: Node) -> bool:
    return isinstance(node, Choice) and node.kind in _CHOOSING


ASSUMPTION = Assumption(
    name="condition_not_read",
    severity=Severity.WARNING,
    title="A condition is looked at only where a choice has several ways.",
    assume=_assume,
)
