"""What people call the elements of a drawing in a message: its own words first, then the id."""

from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, Event, Node, Step


def said(node: Node) -> str:
    """Return `“Ask for it” (ask_for_it)`, or `the step “ask_for_it”` where it has no name."""
    if node.name:
        return f"“{node.name}” ({node.id})"
    return f"the {_kind(node)} “{node.id}”"


def said_flow(flow: Flow, drawing: Drawing) -> str:
    """Return `the arrow “Yes” out of “Does the school agree?” (school_agrees)`."""
    name = f" “{flow.name}”" if flow.name else ""
    source = drawing.nodes.get(flow.source)
    return f"the arrow{name} out of {said(source)}" if source else f"the arrow “{flow.id}”"


def _kind(node: Node) -> str:
    for kind, word in ((Step, "step"), (Choice, "choice"), (Event, "event")):
        if isinstance(node, kind):
            return word
    return "element"
