"""Which ends end the case, and which only end something that happens beside it."""

from collections.abc import Iterable, Mapping

from pathways.model.drawing import Drawing
from pathways.model.graph import reachable
from pathways.model.node import Event, EventPosition, Node


def case_endings(drawing: Drawing) -> frozenset[str]:
    """Return the ids of the end events at which the case itself can end.

    An end that is reached only through an event that does not interrupt its step is not one of
    them, nor is an end inside of a sub-process or called process.
    """
    ways = _ways(drawing)
    beside = reachable(ways, (event.id for event in drawing.events() if _leaves_open(event)))
    main = reachable(ways, _beginnings(drawing))
    return frozenset(
        event.id
        for event in drawing.events()
        if event.position is EventPosition.END
        and event.inside is None
        and not drawing.processes[event.process].called
        and (event.id in main or event.id not in beside)
    )


def _ways(drawing: Drawing) -> Mapping[str, tuple[str, ...]]:
    """Node -> what follows; an event that ends its step follows that step."""
    return {
        name: (
            *(flow.target for flow in drawing.outgoing(name)),
            *(event.id for event in drawing.boundaries(name) if event.interrupting),
        )
        for name in drawing.nodes
    }


def _beginnings(drawing: Drawing) -> Iterable[str]:
    return (node.id for node in drawing.nodes.values() if _begins(node, drawing))


def _begins(node: Node, drawing: Drawing) -> bool:
    position = node.position if isinstance(node, Event) else None
    unled = not drawing.incoming(node.id) and position is not EventPosition.BOUNDARY
    return position is EventPosition.START or unled


def _leaves_open(event: Event) -> bool:
    return event.position is EventPosition.BOUNDARY and not event.interrupting
