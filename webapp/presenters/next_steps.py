"""What can come after a step, from the drawing alone."""

from pathways.model.drawing import Drawing
from pathways.model.node import Choice, Event, EventPosition, Step


def next_steps(drawing: Drawing, step_id: str) -> tuple[str, ...]:
    """Return what can happen next after a step, each with who has it, in the order of the drawing.

    Junctions are passed; where several ways are possible, all of them are named.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    ahead = [flow.target for flow in drawing.outgoing(step_id)]
    while ahead:
        node = drawing.nodes[ahead.pop(0)]
        if node.id in seen:
            continue
        seen.add(node.id)
        ends = isinstance(node, Event) and node.position is EventPosition.END
        if isinstance(node, Step | Event) and node.name and (ends or isinstance(node, Step)):
            found[node.id] = _said(drawing, node)
        elif isinstance(node, Choice | Event):
            ahead += [flow.target for flow in drawing.outgoing(node.id)]
    return tuple(found.values())


def _said(drawing: Drawing, node: Step | Event) -> str:
    lane = drawing.lanes.get(node.lane or "")
    return f"{node.name} ({lane.name})" if isinstance(node, Step) and lane else node.name
