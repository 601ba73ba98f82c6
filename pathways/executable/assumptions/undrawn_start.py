"""A way that begins without a start."""

from collections.abc import Iterable

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import event
from pathways.executable.running import scopes
from pathways.executable.standing import standing
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Node, Step
from pathways.model.rule import Complaint, about
from pathways.model.spoken import called

_MOST_NAMED = 3


def _assume(revision: Revision) -> None:
    for scope, nodes in scopes(revision.drawing).items():
        first = _firsts(revision.drawing, nodes)
        if first and not standing(nodes, EventPosition.START):
            begin = revision.fresh_id(f"start_of_{scope}")
            revision.make_up(event(begin, EventPosition.START, near=first[0]), for_=first[0].id)
            for node in first:
                revision.connect(begin, node.id)
            revision.tell(_complaint(first))


def _firsts(drawing: Drawing, nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that no arrow leads to.

    Source: BPMN 2.0.2, section 10.5.2: without a start event, all flow objects that have no
    incoming sequence flow begin when the process does.
    """
    return [node for node in nodes if not drawing.incoming(node.id) and not _begins_by_itself(node)]


def _begins_by_itself(node: Node) -> bool:
    if isinstance(node, Step):
        return node.by_event or node.compensates
    return isinstance(node, Event) and node.position is EventPosition.BOUNDARY


def _complaint(first: list[Node]) -> Complaint:
    if len(first) == 1:
        where = "{it}, because no arrow leads to it"
    else:
        names = ", ".join(called(node) for node in first[1:_MOST_NAMED])
        more = f" and {len(first) - _MOST_NAMED} more" if len(first) > _MOST_NAMED else ""
        where = f"{{it}}, {names}{more} at the same time, because no arrow leads to them"
    message = f"No start is drawn: it begins at {where}. Draw a start event with an arrow to it."
    return about(first[0], message)


ASSUMPTION = Assumption(
    name="undrawn_start",
    severity=Severity.WARNING,
    title="Without a start it begins wherever no arrow leads to.",
    assume=_assume,
)
