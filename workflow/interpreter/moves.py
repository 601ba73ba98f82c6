"""Tokens move until only people and the world can move them on."""

from collections import Counter
from collections.abc import Iterator

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.awaitables import Awaitable, Condition
from workflow.interpreter.errors import GoingInCircles
from workflow.interpreter.events import Catching, occur
from workflow.interpreter.library import add_token, arrive, move, spec_of
from workflow.interpreter.memory import memory
from workflow.interpreter.parts import Case, Part, alive
from workflow.interpreter.standing import place
from workflow.interpreter.surroundings import around
from workflow.model.place import Place

#: How many elements tokens may pass in one command at one place. More is a loop without a person.
MOST_MOVES = 300


def settle(case: Case) -> None:
    """Move all tokens until each waits for a person or an event.

    Raises:
        GoingInCircles: If they pass more than `MOST_MOVES` elements at one place.
    """
    moves: Counter[Place] = Counter()
    passed: Counter[str] = Counter()
    while True:
        for token in _ready(case):
            if token.state == TaskState.READY and alive(token):
                here, step = place(token), token.task_spec.bpmn_id
                moves[here] += 1
                passed[step or ""] += 1 if step else 0
                if moves[here] > MOST_MOVES:
                    raise GoingInCircles(passed.most_common(1)[0][0])
                move(token)
        if not _ready(case) and not _close_empty(case) and not _look(case):
            return


def waiting(case: Case) -> Iterator[tuple[Task, Awaitable]]:
    """Yield every event that may occur now, and the token that waits for it.

    An event sub-process waits at the beginning of its process or part.
    """
    for part in case.parts():
        if live(part):
            yield from _alerts(part)
            for token in list(part.tasks.values()):
                if token.state == TaskState.WAITING and isinstance(token.task_spec, Catching):
                    yield from ((token, event) for event in token.task_spec.awaited())


def happen(token: Task, event: Awaitable) -> None:
    """Let an event occur that is waited for."""
    if token is not token.workflow.task_tree:
        occur(token, event)
        return
    surroundings, part = around(token), token.workflow
    alerts = surroundings.specification.alerts[part.spec.name]
    alert = alerts[event.step]
    again = event.occur(token, surroundings.rules)
    gone = list(alerts) if alert.interrupting else [] if again else [event.step]
    memory(token)["spent"] = memory(token).get("spent", []) + gone
    if alert.interrupting:
        for child in token.children:
            child.cancel()
    host = add_token(token, spec_of(part.spec, alert.host))
    host.triggered = True
    arrive(host)


def live(part: Case | Part) -> bool:
    """Return whether something is left to do or to wait for."""
    return any(not token.has_state(TaskState.FINISHED_MASK) for token in part.tasks.values())


def _ready(case: Case) -> list[Task]:
    """Return the tokens that can move by themselves, inner parts first."""
    return [
        token
        for part in reversed(list(case.parts()))
        for token in part.tasks.values()
        if token.state == TaskState.READY and not token.task_spec.manual
    ]


def _alerts(part: Case | Part) -> Iterator[tuple[Task, Awaitable]]:
    root = part.task_tree
    surroundings = around(root)
    for step, alert in surroundings.specification.alerts[part.spec.name].items():
        if step not in memory(root).get("spent", ()):
            alert.event.arm(root, surroundings.rules, surroundings.now)
            yield root, alert.event


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
        if isinstance(event, Condition) and around(token).value(token, event.text) is True:
            happen(token, event)
            return True
    return False
