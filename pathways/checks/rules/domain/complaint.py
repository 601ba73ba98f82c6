"""How a complaint about a node or an arrow is put."""

from pathways.checks.meaning import Meaning
from pathways.model.drawing import Flow
from pathways.model.rule import Complaint, about, about_flow


def about_element(meaning: Meaning, name: str, message: str) -> Complaint:
    """Return a complaint about a node or an arrow; `{it}` becomes what people call it."""
    element = meaning.element(name)
    if isinstance(element, Flow):
        return about_flow(element, meaning.drawing, message)
    return about(element, message)
