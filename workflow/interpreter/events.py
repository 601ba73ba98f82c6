"""Events that are waited for, as a token meets them: begin, wait, be interrupted."""

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.control import BoundaryEventJoin
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.bpmn.specs.mixins.events.event_types import CatchingEvent
from SpiffWorkflow.bpmn.specs.mixins.events.intermediate_event import BoundaryEvent
from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

from workflow.interpreter.awaitables import Awaitable, Raised
from workflow.interpreter.elements import Element
from workflow.interpreter.library import add_token, add_tokens, arrive, set_state
from workflow.interpreter.memory import memory
from workflow.interpreter.surroundings import around


class Catching(Element, CatchingEvent):
    """Something that waits until one of its events occurs; without an event it does not wait."""

    def awaited(self) -> tuple[Awaitable, ...]:
        """Return what it waits for."""
        event = self.event_definition
        return (event,) if isinstance(event, Awaitable) else ()

    @override
    def _update_hook(self, my_task: Task) -> bool:
        waits = bool(self.awaited()) or isinstance(self.event_definition, Raised)
        if not waits or "occurred" in memory(my_task):
            return True
        if my_task.state != TaskState.WAITING:
            set_state(my_task, TaskState.WAITING)
        surroundings = around(my_task)
        for event in self.awaited():
            event.arm(my_task, surroundings.rules, surroundings.now)
        return False

    @override
    def _run_hook(self, my_task: Task) -> bool:
        return True


class Boundary(Catching, BoundaryEvent):
    """An event on the edge of a step."""

    @override
    def _predict_hook(self, my_task: Task) -> None:
        # The join ends the step; where the step goes on, a token would wait there for ever.
        ahead = [o for o in self.outputs if self.cancel_activity or not _ends_step(o)]
        add_tokens(my_task, ahead)


class EventGateway(Catching):
    """Waits for several events at once and goes the way of the first."""

    def __init__(self, wf_spec: BpmnProcessSpec, bpmn_id: str, **drawn: object) -> None:
        """Begin without events; the drawing's arrows bring them."""
        super().__init__(wf_spec, bpmn_id, event_definition=EventDefinition(), **drawn)
        self._events: list[Awaitable] = []

    def take_over(self, catching: Catching) -> None:
        """Wait in place of an event that an arrow leads to; the event itself then waits no more."""
        self._events += catching.awaited()
        catching.event_definition = EventDefinition()

    @override
    def awaited(self) -> tuple[Awaitable, ...]:
        return tuple(self._events)

    @override
    def _predict_hook(self, my_task: Task) -> None:
        pass  # which way is known when it moves

    @override
    def _run_hook(self, my_task: Task) -> bool:
        step = memory(my_task)["occurred"]
        ways = tuple(way for way in self.ways if way.target == step)
        add_tokens(my_task, [output for output in self.outputs if output.name == step])
        around(my_task).travel(my_task, ways)
        return True

    @override
    def _on_complete_hook(self, my_task: Task) -> None:
        pass  # it has told of its way already


def occur(token: Task, event: Awaitable | Raised) -> None:
    """Let an event occur at a token that waits for it."""
    spec = token.task_spec
    rules = around(token).rules
    again = event.occur(token, rules) if isinstance(event, Awaitable) else not event.ends
    if isinstance(spec, Boundary) and token.parent is not None:
        if spec.cancel_activity:
            _stop(token.parent)
        elif again:
            # The wait goes on beside the token that leaves.
            token = add_token(token.parent, spec)
    step = event.step if isinstance(event, Awaitable) else spec.name
    memory(token)["occurred"] = step
    arrive(token)


def _stop(split: Task) -> None:
    """Stop the step that has events on its edge, with everything inside of it."""
    for child in split.children:
        if not isinstance(child.task_spec, Boundary):
            child.cancel()


def _ends_step(spec: TaskSpec) -> bool:
    return isinstance(spec, BoundaryEventJoin)
