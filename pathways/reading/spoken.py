"""What people call the elements of a drawing in a message: its own words first, then the id."""

import difflib
from collections.abc import Iterable

from pathways.model.drawing import Choice, Drawing, Event, Flow, Node, Step


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


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return ` Did you mean “…”?` with what is nearest; empty where nothing is near."""
    near = difflib.get_close_matches(written, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def sentence(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def _kind(node: Node) -> str:
    for kind, word in ((Step, "step"), (Choice, "choice"), (Event, "event")):
        if isinstance(node, kind):
            return word
    return "element"
