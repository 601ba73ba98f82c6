"""Event sub-processes: they wait at the beginning of their process or part, beside all else."""

from collections.abc import Collection, Iterator

from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.awaitables import Awaitable, Signal
from workflow.interpreter.events import Catching, occur
from workflow.interpreter.library import add_token, arrive, spec_of
from workflow.interpreter.memory import memory
from workflow.interpreter.parts import Case, Part, alive
from workflow.interpreter.specification import Alert
from workflow.interpreter.surroundings import around


def alerts_of(scope: BpmnBaseWorkflow) -> Collection[Alert]:
    """Return the event sub-processes of a process or part that may still begin."""
    root = scope.task_tree
    alerts = around(root).specification.alerts[scope.spec.name]
    spent = memory(root).get("spent", ()) if alerts else ()
    return [alert for step, alert in alerts.items() if step not in spent]


def waiting(case: Case) -> Iterator[tuple[Task, Awaitable]]:
    """Yield every event that may occur now, and the token that waits for it."""
    for part in case.parts():
        if live(part):
            yield from _waiting_alerts(part)
            for token in list(part.tasks.values()):
                if token.state == TaskState.WAITING and isinstance(token.task_spec, Catching):
                    yield from ((token, event) for event in token.task_spec.awaited())


def happen(token: Task, event: Awaitable) -> None:
    """Let an event occur that is waited for."""
    scope = token.workflow
    if token is not scope.task_tree:
        occur(token, event)
        return
    surroundings = around(token)
    alert = surroundings.specification.alerts[scope.spec.name][event.step]
    again = event.occur(token, surroundings.rules)
    if not alert.interrupting and not again:
        memory(token)["spent"] = [*memory(token).get("spent", ()), event.step]
    begin(token, alert)


def begin(root: Task, alert: Alert) -> None:
    """Begin an event sub-process; one that interrupts ends all else in its scope, for good."""
    scope = root.workflow
    if alert.interrupting:
        memory(root)["spent"] = list(around(root).specification.alerts[scope.spec.name])
        for child in root.children:
            child.cancel()
    host = add_token(root, spec_of(scope.spec, alert.host))
    host.triggered = True
    arrive(host)


def tell_all(sender: Task, signal: Signal) -> None:
    """Let a signal occur wherever this case waits for it just now."""
    case = sender.workflow.top_workflow
    assert isinstance(case, Case)
    heard = [
        (token, event)
        for token, event in waiting(case)
        if isinstance(event, Signal) and event.label == signal.label
    ]
    for token, event in heard:
        if alive(token) and (token.state == TaskState.WAITING or token is token.workflow.task_tree):
            happen(token, event)


def live(scope: Case | Part) -> bool:
    """Return whether something is left to do or to wait for."""
    return any(not token.has_state(TaskState.FINISHED_MASK) for token in scope.tasks.values())


def _waiting_alerts(scope: Case | Part) -> Iterator[tuple[Task, Awaitable]]:
    root = scope.task_tree
    surroundings = around(root)
    for alert in alerts_of(scope):
        if isinstance(alert.event, Awaitable):
            alert.event.arm(root, surroundings.rules, surroundings.now)
            yield root, alert.event
