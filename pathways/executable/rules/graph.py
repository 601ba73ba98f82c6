"""Where a token can go: the drawing as a graph, one scope at a time."""

from collections.abc import Mapping

from pathways.model.drawing import Drawing, Event
from pathways.model.graph import Graph, leaving, turned


def ways_on(drawing: Drawing) -> Graph:
    """Return node id -> the nodes that a token can reach from it in one move.

    An event on the edge of a step is reached from that step.
    """
    reached: dict[str, list[str]] = {name: [] for name in drawing.nodes}
    for flow in drawing.flows.values():
        reached[flow.source].append(flow.target)
    for node in drawing.nodes.values():
        if isinstance(node, Event) and node.attached_to in reached:
            reached[node.attached_to].append(node.id)
    return {name: tuple(nexts) for name, nexts in reached.items()}


def circles(graph: Graph) -> Mapping[str, str]:
    """Return node id -> a name of the circle it is in; nodes on one circle have the same name.

    Two nodes are on one circle if each can be reached from the other (Kosaraju's way).
    """
    back = turned(graph)
    circle: dict[str, str] = {}
    seen: set[str] = set()
    left = [name for root in graph for name in leaving(graph, root, seen)]
    for first in reversed(left):
        waiting = [first] if first not in circle else []
        while waiting:
            name = waiting.pop()
            if name not in circle:
                circle[name] = first
                waiting += (each for each in back[name] if each not in circle)
    return circle
