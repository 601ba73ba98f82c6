"""Events that send or end, as a token meets them, and send tasks."""

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.bpmn.specs.event_definitions.simple import TerminateEventDefinition
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from typing_extensions import override

from workflow.interpreter.alerts import tell_all
from workflow.interpreter.awaitables import Message, Raised, Signal
from workflow.interpreter.elements import Element
from workflow.interpreter.library import close
from workflow.interpreter.raising import raise_outwards
from workflow.interpreter.surroundings import around


class Throwing(Element):
    """An event that sends, or is only a mark on the way."""

    def __init__(
        self,
        wf_spec: BpmnProcessSpec,
        bpmn_id: str,
        event_definition: EventDefinition,
        **drawn: object,
    ) -> None:
        """Remember what to send."""
        super().__init__(wf_spec, bpmn_id, **drawn)
        self.event_definition = event_definition

    @override
    def _run_hook(self, my_task: Task) -> bool:
        event = self.event_definition
        if isinstance(event, Message | Signal):
            around(my_task).send(my_task, event.label)
        if isinstance(event, Signal):
            tell_all(my_task, event)
        elif isinstance(event, Raised) and not event.ends:
            raise_outwards(my_task, event)
        return True


class Send(Throwing):
    """A send task: a letter goes out, whether or not a message is drawn."""

    @override
    def _run_hook(self, my_task: Task) -> bool:
        event = self.event_definition
        around(my_task).send(my_task, event.label if isinstance(event, Message) else "")
        return True


class End(Throwing):
    """An end event. Terminate ends its process or part, and so does what has gone wrong."""

    @override
    def _run_hook(self, my_task: Task) -> bool:
        around(my_task).ended.append(self.bpmn_id or "")
        return super()._run_hook(my_task)

    @override
    def _on_complete_hook(self, my_task: Task) -> None:
        event = self.event_definition
        if isinstance(event, TerminateEventDefinition):
            _stop_all(my_task)
            close(my_task)
        elif isinstance(event, Raised) and event.ends:
            _stop_all(my_task)
            if not raise_outwards(my_task, event):
                close(my_task)


def _stop_all(end: Task) -> None:
    for token in list(end.workflow.tasks.values()):
        if not token.has_state(TaskState.FINISHED_MASK):
            token.cancel()
