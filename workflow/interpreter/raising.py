"""What goes wrong, or is passed up, goes outwards until somebody hears it.

Source: BPMN 2.0.2, section 10.5.6: an event sub-process of the same scope hears it first, then the
edge of the step around, and so on outwards. What a handler raises is not heard beside it.
"""

from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.bpmn.specs.mixins.multiinstance_task import LoopTask
from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow.interpreter.alerts import alerts_of, begin
from workflow.interpreter.awaitables import Raised
from workflow.interpreter.events import Boundary, occur
from workflow.interpreter.library import close
from workflow.interpreter.parts import Part
from workflow.interpreter.specification import Alert
from workflow.interpreter.surroundings import around


def raise_outwards(token: Task, raised: Raised) -> bool:
    """Let the first hear it who can; what nobody hears and nobody can go on from ends the case.

    Returns:
        Whether its own scope goes on, because something in it has heard.
    """
    scope: BpmnBaseWorkflow = token.workflow
    inside: Task | None = None
    while True:
        alert = _alert(scope, raised, inside)
        if alert is not None:
            begin(scope.task_tree, alert)
            return inside is None
        if not isinstance(scope, Part):
            break
        waiting = _on_edge(scope.host, raised)
        if waiting is not None:
            occur(*waiting)
            return False
        inside, scope = scope.host, scope.host.workflow
    if raised.ends:
        _end(scope, token)
    return False


def _alert(scope: BpmnBaseWorkflow, raised: Raised, inside: Task | None) -> Alert | None:
    """Return the event sub-process of a scope that hears it, unless it comes from one of them."""
    drawn = around(scope.task_tree).specification.alerts[scope.spec.name].values()
    if inside is not None and any(alert.host == inside.task_spec.name for alert in drawn):
        return None
    heard = [a for a in alerts_of(scope) if isinstance(a.event, Raised) and a.event.catches(raised)]
    return min(heard, key=lambda alert: _catches_all(alert.event), default=None)


def _on_edge(host: Task, raised: Raised) -> tuple[Task, Raised] | None:
    """Return what waits for it on the edge of a step: the token, and its event."""
    loop = host.parent
    step = loop if loop is not None and isinstance(loop.task_spec, LoopTask) else host
    split = step.parent
    if split is None or not isinstance(split.task_spec, BoundaryEventSplit):
        return None
    heard = [
        (waiting, event)
        for waiting in split.children
        if waiting.state == TaskState.WAITING and isinstance(waiting.task_spec, Boundary)
        for event in [waiting.task_spec.event_definition]
        if isinstance(event, Raised) and event.catches(raised)
    ]
    return min(heard, key=lambda one: _catches_all(one[1]), default=None)


def _catches_all(event: EventDefinition) -> bool:
    """Whoever names the code is asked before whoever catches all."""
    return isinstance(event, Raised) and event.code is None


def _end(case: BpmnBaseWorkflow, by: Task) -> None:
    """End the whole case."""
    for token in list(case.tasks.values()):
        if token is not by and not token.has_state(TaskState.FINISHED_MASK):
            token.cancel()
    close(case.task_tree)
