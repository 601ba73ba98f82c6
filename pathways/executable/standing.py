"""Starts and ends of what runs as one piece: what the refusals about them share."""

from collections.abc import Iterable

from pathways.model.drawing import Drawing
from pathways.model.node import Event, EventPosition, Node
from pathways.model.rule import Complaint, about
from pathways.model.spoken import shortened


def standing(nodes: Iterable[Node], position: EventPosition) -> list[Event]:
    """Return the events at a place, in the order given."""
    return [node for node in nodes if isinstance(node, Event) and node.position is position]


def missing(drawing: Drawing, scope: str, what: str) -> Complaint:
    """Return the complaint that a process or sub-process has not got something.

    Args:
        drawing: What is drawn.
        scope: Id of the process or sub-process.
        what: What is missing and what to do, after “has”.
    """
    around = drawing.nodes.get(scope)
    if around is not None:
        return about(around, f"Inside of {{it}} there is {what}")
    process = drawing.processes.get(scope)
    line = None if process is None else process.line
    name = "The pathway" if scope == drawing.id else f"The process “{shortened(scope)}”"
    return Complaint(message=f"{name} has {what}", element=scope or None, line=line)
