"""Whether a choice asks a question, or only brings ways together."""

from pathways.model.drawing import Flow
from pathways.model.node import Choice, ChoiceKind

_CHOOSING = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE})


def asks(choice: Choice, ways_out: tuple[Flow, ...]) -> bool:
    """Whether somebody or something decides here: by its name, or by a condition on a way out."""
    if choice.kind not in _CHOOSING:
        return False
    return choice.name.rstrip().endswith("?") or any(flow.condition for flow in ways_out)
