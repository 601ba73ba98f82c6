"""Walks over nodes and the ways between them; what a node or a way is, the caller knows."""

from collections.abc import Iterable, Mapping

#: Node -> the nodes that can be reached from it in one move; each of them is a key too.
Graph = Mapping[str, tuple[str, ...]]


def turned(graph: Graph) -> Graph:
    """Return the same graph with every move the other way round."""
    back: dict[str, list[str]] = {name: [] for name in graph}
    for name, nexts in graph.items():
        for each in nexts:
            back[each].append(name)
    return {name: tuple(nexts) for name, nexts in back.items()}


def reachable(graph: Graph, starts: Iterable[str], *, but: str | None = None) -> frozenset[str]:
    """Return the starts and everything that can be reached from them, without passing `but`."""
    seen = {each for each in starts if each != but}
    waiting = list(seen)
    while waiting:
        for each in graph[waiting.pop()]:
            if each not in seen and each != but:
                seen.add(each)
                waiting.append(each)
    return frozenset(seen)


def leaving(graph: Graph, root: str, seen: set[str]) -> list[str]:
    """Return the nodes in the order in which a walk from the root, depth first, leaves them.

    Args:
        graph: The graph.
        root: Where the walk begins.
        seen: Nodes that earlier walks have met and this one passes over; those it meets are added.
    """
    left: list[str] = []
    waiting = [] if root in seen else [(root, iter(graph[root]))]
    seen.add(root)
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


def circles(graph: Graph) -> Mapping[str, str]:
    """Return node -> a name of the circle it is in; nodes on one circle have the same name.

    Two nodes are on one circle if each can be reached from the other. A node on no circle has a
    name for itself. (Kosaraju's way.)
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
