"""What a step does by itself: a closed set of actions, and no code."""

from enum import Enum

from pathways.model.node import Node, Step, StepKind


class Action(Enum):
    """What a service task can name in `fingerpost:action`; nothing else is done by itself."""

    #: The letter of the step is written and sent, as by a send task.
    SEND_LETTER = "send_letter"
    #: Values are worked out by FEEL and written to the case record.
    SET_VALUES = "set_values"


_NAMES = {action.value: action for action in Action}


def action_of(node: Node) -> Action | None:
    """Return the action of a service task; None where it names none that there is."""
    if not isinstance(node, Step) or node.kind is not StepKind.SERVICE:
        return None
    return _NAMES.get(node.extensions.get("action", ""))


def sends_letter(node: Node) -> bool:
    """Whether a step writes to somebody: a send task, or a service task whose action it is."""
    sends = isinstance(node, Step) and node.kind is StepKind.SEND
    return sends or action_of(node) is Action.SEND_LETTER


def written_down(step: Step) -> frozenset[str] | None:
    """Return the names of the values of a step; None where they stand by item, as items differ."""
    return None if step.several else frozenset(value.name for value in step.values)
