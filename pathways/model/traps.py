"""Places that ways lead into and none lead out of."""

from collections.abc import Iterable, Iterator

from pathways.model.graph import Graph, leaving


def falls_in(trapped: Iterable[str], graph: Graph, back: Graph) -> Iterator[str]:
    """Yield one node for each trap: where a way from outside falls in, else the first given.

    Args:
        trapped: The nodes that have no way out, in the order in which they are to be told.
        graph: All nodes.
        back: The same graph, turned.
    """
    inside = list(trapped)
    known = frozenset(inside)
    seen: set[str] = set()
    entered = [name for name in inside if any(each not in known for each in back[name])]
    for name in (*entered, *inside):
        if name not in seen:
            leaving(graph, name, seen)
            yield name
