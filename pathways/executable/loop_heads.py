"""Where cases enter the loops of a drawing, and those inside of other loops."""

from collections.abc import Iterable, Iterator

from pathways.model.drawing import Drawing
from pathways.model.graph import Graph, circles, leaving

#: How deep loops stand in one another; a drawing with more of them is read no further.
_DEEPEST = 100
#: So many arrows are looked at inside of loops; more are a tangle that nobody drew on purpose.
_BUDGET = 300_000


def loop_heads(drawing: Drawing, start: str) -> Iterator[str]:
    """Yield the head of each loop that can be reached from a start, outer loops first.

    The head is the node of the loop that is met first. Without the ways that lead back to it, what
    is left of the loop may hold smaller loops. (The engine finds its loops in the same way.)
    """
    graph = _ways(drawing)
    order = {name: place for place, name in enumerate(reversed(leaving(graph, start, set())))}
    waiting: list[tuple[int, Graph]] = [(0, {name: graph[name] for name in order})]
    budget = _BUDGET
    while waiting:
        depth, inside = waiting.pop()
        for members in _loops(inside):
            head = min(members, key=order.__getitem__)
            yield head
            budget -= sum(len(inside[name]) for name in members)
            if depth < _DEEPEST and budget > 0:
                waiting.append((depth + 1, _without(inside, members, head)))


def _ways(drawing: Drawing) -> Graph:
    """Return the ways on; events on the edge of a step come before what follows it."""
    return {
        name: tuple(event.id for event in drawing.boundaries(name))
        + tuple(flow.target for flow in drawing.outgoing(name))
        for name in drawing.nodes
    }


def _loops(graph: Graph) -> Iterator[list[str]]:
    groups: dict[str, list[str]] = {}
    for name, circle in circles(graph).items():
        groups.setdefault(circle, []).append(name)
    for members in groups.values():
        if len(members) > 1 or members[0] in graph[members[0]]:
            yield members


def _without(graph: Graph, members: list[str], head: str) -> Graph:
    kept = set(members) - {head}

    def on(nexts: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in nexts if each in kept)

    return {name: on(graph[name]) for name in members}
