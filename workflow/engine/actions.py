"""What steps do by themselves: one verb for each action that a drawing can name."""

from collections.abc import Callable, Mapping

from pathways.model.action import Action, action_of
from workflow.engine.keeping import keep_values, write_letter
from workflow.engine.move import Move
from workflow.engine.sending import start_case
from workflow.interpreter import Acted

#: Closed: what is not here is not done.
ACTIONS: Mapping[Action, Callable[[Move, Acted], None]] = {
    Action.SEND_LETTER: write_letter,
    Action.SET_VALUES: keep_values,
    Action.START_CASE: start_case,
}


def act(move: Move, acted: Acted) -> None:
    """Do what the action of a step says; the interpreter has passed the step."""
    action = action_of(move.edition.step(acted.step))
    if action is None:
        raise RuntimeError(f"Expected {acted.step} to name an action, but it names none.")
    ACTIONS[action](move, acted)
