"""Where a token can go: the drawing as a graph, one scope at a time."""

from collections.abc import Iterable, Mapping

from pathways.model.drawing import Drawing, Event

Graph = Mapping[str, tuple[str, ...]]


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


def turned(graph: Graph) -> Graph:
    """Return the same graph with every move the other way round."""
    back: dict[str, list[str]] = {name: [] for name in graph}
    for name, nexts in graph.items():
        for each in nexts:
            back[each].append(name)
    return {name: tuple(nexts) for name, nexts in back.items()}


def circles(graph: Graph) -> Mapping[str, str]:
    """Return node id -> a name of the circle it is in; nodes on one circle have the same name.

    Two nodes are on one circle if each can be reached from the other (Kosaraju's way).
    """
    back = turned(graph)
    circle: dict[str, str] = {}
    for first in reversed(_left(graph)):
        waiting = [first] if first not in circle else []
        while waiting:
            name = waiting.pop()
            if name not in circle:
                circle[name] = first
                waiting += (each for each in back[name] if each not in circle)
    return circle


def _left(graph: Graph) -> list[str]:
    """The nodes in the order in which a walk through all of them leaves them."""
    seen: set[str] = set()
    left: list[str] = []
    for first in graph:
        waiting = [] if first in seen else [(first, iter(graph[first]))]
        seen.add(first)
        while waiting:
            name, nexts = waiting[-1]
            following = next((each for each in nexts if each not in seen), None)
            if following is None:
                left.append(name)
                waiting.pop()
            else:
                seen.add(following)
                waiting.append((following, iter(graph[following])))
    return left


def reachable(graph: Graph, starts: Iterable[str]) -> frozenset[str]:
    """Return the starts and everything that can be reached from them."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for each in graph[waiting.pop()]:
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return frozenset(seen)
