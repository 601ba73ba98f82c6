"""Which of several a task is about, in people's words."""

from collections.abc import Mapping

from pathways.feel import Value
from pathways.model.form import Question
from pathways.model.node import Several, Step
from pathways.model.pathway import Pathway
from workflow.model.place import Place

_NAMES = ("name", "title", "label")


def said_items(running: Pathway, place: Place, scope: Mapping[str, Value] | None = None) -> str:
    """Return the items of a place in words, outermost first; empty where nothing is repeated.

    Args:
        running: The pathway as it runs.
        place: Where the task waits.
        scope: What a rule could name there. Without it an item that only the record knows in
            words is told by its number, or not at all.
    """
    said = (_said(running, step, key, scope or {}) for step, key in place)
    return ", ".join(words for words in said if words)


def _said(running: Pathway, step_id: str, key: str, scope: Mapping[str, Value]) -> str:
    node = running.drawing.nodes.get(step_id)
    several = node.several if isinstance(node, Step) else None
    if several is None:
        return ""
    question = _question(running, several)
    labels = {option.value: option.label for option in question.options} if question else {}
    if key in labels:
        return labels[key]
    return _in_words(scope.get(several.item)) or (f"number {key}" if key.isdigit() else "")


def _question(running: Pathway, several: Several) -> Question | None:
    """Return the question whose answers are the items, where they are answers."""
    step, _, name = several.collection.strip().partition(".")
    form = running.forms.get(step)
    questions = form.questions if form else ()
    return next((question for question in questions if question.name == name), None)


def _in_words(item: Value) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, Mapping):
        named = (item.get(name) for name in _NAMES)
        return next((name for name in named if isinstance(name, str) and name), "")
    return ""
