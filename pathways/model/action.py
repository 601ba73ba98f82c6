"""What a step does by itself: a closed set of actions, and no code."""

from enum import Enum

from pathways.model.news import sends_message
from pathways.model.node import Node, Step, StepKind


class Action(Enum):
    """What a service task can name in `fingerpost:action`; nothing else is done by itself."""

    #: The letter of the step is written and sent, as by a send task.
    SEND_LETTER = "send_letter"
    #: Values are worked out by FEEL and written to the case record.
    SET_VALUES = "set_values"
    #: Another case is started for the same child or young person.
    START_CASE = "start_case"


_NAMES = {action.value: action for action in Action}


def action_of(node: Node) -> Action | None:
    """Return the action of a service task; None where it names none that there is."""
    if not isinstance(node, Step) or node.kind is not StepKind.SERVICE:
        return None
    return _NAMES.get(node.extensions.get("action", ""))


def sends_letter(node: Node) -> bool:
    """Whether a letter can be sent here: with a message, or by a service task's action."""
    return sends_message(node) or action_of(node) is Action.SEND_LETTER


def written_down(step: Step) -> frozenset[str] | None:
    """Return the names of the values of a step; None where they stand by item, as items differ."""
    return None if step.several else frozenset(value.name for value in step.values)
