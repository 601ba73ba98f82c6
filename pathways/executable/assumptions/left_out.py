"""What no arrow leads to, so that no case ever gets there."""

from collections.abc import Iterator

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.reach import reached
from pathways.executable.running import running
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.graph import leaving, turned
from pathways.model.node import Event, EventPosition, Node
from pathways.model.rule import about
from pathways.model.ways import ways_on

_MESSAGE = (
    "{it} is not connected to the start, so no case ever gets there: it is left out, and so is "
    "what only it leads to. Draw an arrow to it, or delete it."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    seen = set(reached(drawing))
    if not seen:
        return  # nothing begins at all
    out = [name for name in drawing.nodes if name not in seen]
    for node in _firsts(drawing, seen):
        revision.tell(about(node, _MESSAGE))
    revision.leave_out(out)


def _firsts(drawing: Drawing, seen: set[str]) -> Iterator[Node]:
    """Yield where each unconnected piece begins; in a circle, the first of it in the file.

    What is inside of something that is left out goes with it.
    """
    processes = running(drawing)
    graph = ways_on(drawing)
    back = turned(graph)
    left = [node for node in drawing.nodes.values() if node.id not in seen]
    for node in sorted(left, key=lambda each: bool(back[each.id])):
        inside = node.inside is not None and node.inside not in seen
        if node.id not in seen and not inside:
            leaving(graph, node.id, seen)
            if node.process in processes and not _begins(node):
                yield node


def _begins(node: Node) -> bool:
    return isinstance(node, Event) and node.position is EventPosition.START


ASSUMPTION = Assumption(
    name="left_out",
    severity=Severity.WARNING,
    title="What is not connected to the start is left out.",
    assume=_assume,
)
