"""Where a process, or the inside of a step, begins."""

from collections.abc import Iterable

from pathways.model.drawing import Drawing
from pathways.model.node import Choice, Event, EventPosition, Node, Step, Trigger


def starts(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the drawn starts among nodes, and the waits with which something begins."""
    return tuple(node for node in nodes if _is_start(node))


def first_ones(drawing: Drawing, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes to which nothing leads, and which begin when what is around them begins."""
    return tuple(
        node for node in nodes if not drawing.incoming(node.id) and not _begins_later(node)
    )


def _is_start(node: Node) -> bool:
    if isinstance(node, Choice):
        return node.begins
    return isinstance(node, Event) and node.position is EventPosition.START


def _begins_later(node: Node) -> bool:
    """Whether something else than an arrow lets it begin: an event, a link, something to undo."""
    if isinstance(node, Step):
        return node.by_event or node.compensates
    if not isinstance(node, Event):
        return False
    link = node.position is EventPosition.CATCH and node.trigger is Trigger.LINK
    return link or node.position is EventPosition.BOUNDARY
