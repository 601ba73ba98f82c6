"""Tokens move until only people and the world can move them on."""

from collections import Counter

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.alerts import happen, live, waiting
from workflow.interpreter.awaitables import Condition
from workflow.interpreter.errors import GoingInCircles, TooMuchAtOnce
from workflow.interpreter.library import move
from workflow.interpreter.parts import Case, Part, alive
from workflow.interpreter.standing import place
from workflow.interpreter.surroundings import around
from workflow.model.place import Place

#: How many drawn elements tokens may pass in one command at one place. More is a loop without a
#: person.
MOST_MOVES = 300
#: The same at all places together; a step for each of many has a place for each of them.
MOST_MOVES_IN_ALL = 20_000


def settle(case: Case) -> None:
    """Move all tokens until each waits for a person or an event.

    Raises:
        GoingInCircles: If they pass more than `MOST_MOVES` elements at one place.
        TooMuchAtOnce: If they pass more than `MOST_MOVES_IN_ALL`.
    """
    moves: Counter[Place] = Counter()
    passed: Counter[str] = Counter()
    left = MOST_MOVES_IN_ALL
    while True:
        for token in _ready(case):
            if token.state == TaskState.READY and alive(token):
                here, step = place(token), token.task_spec.bpmn_id
                moves[here] += 1 if step else 0  # else it is one of the library's own
                passed[step or ""] += 1 if step else 0
                left -= 1
                if moves[here] > MOST_MOVES:
                    raise GoingInCircles(passed.most_common(1)[0][0])
                if not left:
                    raise TooMuchAtOnce(passed.most_common(1)[0][0], MOST_MOVES_IN_ALL)
                move(token)
        if not _ready(case) and not _close_empty(case) and not _look(case):
            return


def _ready(case: Case) -> list[Task]:
    """Return the tokens that can move by themselves, inner parts first."""
    return [
        token
        for part in reversed(list(case.parts()))
        for token in part.tasks.values()
        if token.state == TaskState.READY and not token.task_spec.manual
    ]


def _close_empty(case: Case) -> bool:
    """Close a part whose last token ended without an end event; the library would wait."""
    for part in reversed(list(case.parts())):
        if isinstance(part, Part) and not part.completed and not live(part):
            part.completed = True
            part.completed_event.emit(part)
            return True
    return False


def _look(case: Case) -> bool:
    """Let one conditional event occur whose condition has become true, if there is one."""
    for token, event in waiting(case):
        if isinstance(event, Condition):
            true = around(token).value(token, event.text) is True
            if event.becomes_true(token, true=true):
                happen(token, event)
                return True
    return False
