"""News: what cases wait for that is neither a time nor a task, and what they send each other."""

from pathways.model.node import Event, EventPosition, Node, Step, StepKind, Trigger

_WAITS = frozenset({EventPosition.CATCH, EventPosition.BOUNDARY, EventPosition.START})
_SENDS = frozenset({EventPosition.THROW, EventPosition.END})
_NEWS = frozenset({Trigger.MESSAGE, Trigger.SIGNAL})


def waits_for_news(node: Node) -> bool:
    """Whether it is drawn to wait for a message or a signal: somebody can say that it has come."""
    if isinstance(node, Step):
        return node.kind is StepKind.RECEIVE
    return isinstance(node, Event) and node.position in _WAITS and node.trigger in _NEWS


def sends_message(node: Node) -> bool:
    """Whether a message is sent here: by a letter, or to other cases."""
    if isinstance(node, Step):
        return node.kind is StepKind.SEND
    return isinstance(node, Event) and node.position in _SENDS and node.trigger is Trigger.MESSAGE


def tells_cases(node: Node) -> bool:
    """Whether the message that is sent here goes to other cases: it says what it is about."""
    return sends_message(node) and bool(node.extensions.get("about"))


def brings_values(node: Node) -> bool:
    """Whether values can come here from outside: with news, or when another case starts this."""
    starts = isinstance(node, Event) and node.position is EventPosition.START
    return starts or waits_for_news(node)


def brought(node: Node) -> frozenset[str]:
    """Return the names of the values that something from outside brings here."""
    return frozenset(value.name for value in node.values if value.name)
