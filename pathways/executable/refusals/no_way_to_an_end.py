"""Where a case would go round for ever."""

from collections.abc import Iterator

from pathways.executable.running import scopes
from pathways.executable.standing import standing
from pathways.model.finding import Severity
from pathways.model.graph import Graph, reachable, turned
from pathways.model.node import EventPosition, Node
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.traps import falls_in
from pathways.model.ways import ways_on

_MESSAGE = "From {it} there is no way to an end: a case would go round for ever. Draw a way out."


def _look(subject: Subject) -> Iterator[Complaint]:
    graph = ways_on(subject.drawing)
    back = turned(graph)
    for nodes in scopes(subject.drawing).values():
        if standing(nodes, EventPosition.END):
            for node in _traps(nodes, graph, back):
                yield about(node, _MESSAGE)


def _traps(nodes: tuple[Node, ...], graph: Graph, back: Graph) -> Iterator[Node]:
    starts = [start.id for start in standing(nodes, EventPosition.START)]
    reached = reachable(graph, starts)
    ends = [node.id for node in nodes if not graph[node.id]]
    ends += [end.id for end in standing(nodes, EventPosition.END)]
    ending = reachable(back, ends)
    by_id = {node.id: node for node in nodes}
    trapped = [node.id for node in nodes if node.id in reached and node.id not in ending]
    return (by_id[name] for name in falls_in(trapped, graph, back))


RULE = Rule(
    name="no_way_to_an_end",
    severity=Severity.ERROR,
    fixed=True,
    title="From everywhere there is a way to an end.",
    look=_look,
)
