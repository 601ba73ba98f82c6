"""Which ends end the case, and which only end something that happens beside it."""

from pathways.model.drawing import Drawing, Event, EventPosition, Node


def case_endings(drawing: Drawing) -> frozenset[str]:
    """Return the ids of the end events at which the case itself can end.

    An end that is reached only through an event that does not interrupt its step is not one of
    them, nor is an end inside of a sub-process or called process.
    """
    reached = _reached(drawing)
    return frozenset(
        event.id
        for event in drawing.events()
        if event.position is EventPosition.END and event.inside is None and event.id in reached
    )


def _reached(drawing: Drawing) -> set[str]:
    """Everything that is not reached only from the side."""
    nexts: dict[str, list[str]] = {name: [] for name in drawing.nodes}
    led_to: set[str] = set()
    for flow in drawing.flows.values():
        nexts[flow.source].append(flow.target)
        led_to.add(flow.target)
    for event in drawing.events():
        if event.attached_to in nexts and event.interrupting:
            nexts[event.attached_to].append(event.id)
    waiting = [node.id for node in drawing.nodes.values() if _begins(node, led_to)]
    seen = set(waiting)
    while waiting:
        for each in nexts[waiting.pop()]:
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return seen


def _begins(node: Node, led_to: set[str]) -> bool:
    edge = isinstance(node, Event) and node.position is EventPosition.BOUNDARY
    return node.id not in led_to and not edge
