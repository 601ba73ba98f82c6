"""A loop that nobody leaves, where nothing runs."""

from collections.abc import Iterator

from pathways.executable.running import running
from pathways.model.finding import Severity
from pathways.model.graph import reachable, turned
from pathways.model.node import Event, EventPosition
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.traps import falls_in
from pathways.model.ways import ways_on

_MESSAGE = "From {it} the way goes round for ever. Draw a way out of the loop."


def _look(subject: Subject) -> Iterator[Complaint]:
    """Look where a case never comes, such as in other pools; elsewhere it is refused."""
    drawing = subject.drawing
    processes = running(drawing)
    nodes = drawing.nodes
    if all(node.process in processes for node in nodes.values()):
        return
    graph = ways_on(drawing)
    back = turned(graph)
    ends = [name for name, node in nodes.items() if not graph[name] or _ends(node)]
    ending = reachable(back, ends)
    trapped = [
        name for name, node in nodes.items() if name not in ending and node.process not in processes
    ]
    for name in falls_in(trapped, graph, back):
        yield about(nodes[name], _MESSAGE)


def _ends(node: object) -> bool:
    return isinstance(node, Event) and node.position is EventPosition.END


RULE = Rule(
    name="loop_without_way_out",
    severity=Severity.WARNING,
    title="Each loop has a way out.",
    look=_look,
)
