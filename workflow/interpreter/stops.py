"""Where the tokens of a case have stopped: steps that are open, events that are awaited."""

from collections.abc import Iterator

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.advances import Awaited, Awaits, OpenTask
from workflow.interpreter.alerts import waiting
from workflow.interpreter.awaitables import Awaitable
from workflow.interpreter.parts import Case
from workflow.interpreter.snapshot import Names
from workflow.interpreter.standing import hosts, place
from workflow.interpreter.surroundings import around
from workflow.model.place import Round


def open_tasks(case: Case, names: Names) -> Iterator[OpenTask]:
    """Yield the steps that wait for people."""
    for part in case.parts():
        for token in part.tasks.values():
            if token.state == TaskState.READY and token.task_spec.manual:
                step, here = token.task_spec.bpmn_id or "", place(token)
                number, inside = around(token).round(token, step, here), hosts(token)
                yield OpenTask(names.of(token), step, here, number, inside)


def awaited(case: Case, names: Names) -> Iterator[Awaited]:
    """Yield the events that may occur now."""
    for token, event in waiting(case):
        yield Awaited(
            token=names.of(token),
            step=event.step,
            place=place(token),
            round=_round_of(token, event),
            kind=event.kind,
            due_at=event.due_at(token),
            name=event.label,
            inside=hosts(token),
            scope=around(token).scope(token) if event.kind is Awaits.MESSAGE else {},
        )


def _round_of(token: Task, event: Awaitable) -> Round:
    surroundings, part = around(token), token.workflow
    if token is not part.task_tree:
        return surroundings.round(token, event.step, place(token))
    alert = surroundings.specification.alerts[part.spec.name][event.step]
    return surroundings.next_round(token, event.step, alert.host)
