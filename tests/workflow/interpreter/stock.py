"""The library as it comes, in memory: the oracle where it is right."""

from collections.abc import Mapping

from SpiffWorkflow.bpmn import BpmnEvent, BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.specs.event_definitions import MessageEventDefinition
from SpiffWorkflow.util.task import TaskState


class StockCase:
    """One case in the stock library; conditions are Python, answers are copied along."""

    def __init__(self, drawing: bytes, process: str = "p") -> None:
        parser = BpmnParser()
        parser.add_bpmn_str(drawing)
        self.workflow = BpmnWorkflow(parser.get_spec(process), parser.get_subprocess_specs(process))
        self._settle()

    @property
    def open(self) -> list[str]:
        return sorted(task.task_spec.bpmn_id for task in self._ready())

    @property
    def done(self) -> bool:
        return self.workflow.is_completed()

    def complete(self, step: str, answers: Mapping[str, object]) -> None:
        task = next(task for task in self._ready() if task.task_spec.bpmn_id == step)
        task.data[step] = dict(answers)
        task.run()
        self._settle()

    def occur(self, message: str) -> None:
        self.workflow.send_event(
            BpmnEvent(MessageEventDefinition(message), payload={}, correlations={})
        )
        self._settle()

    def waits(self) -> list[str]:
        found = [event.name for event in self.workflow.waiting_events()]
        return sorted(name for name in found if name is not None)

    def _ready(self) -> list:
        return self.workflow.get_tasks(state=TaskState.READY, manual=True)

    def _settle(self) -> None:
        for _ in range(3):  # one call is not always enough behind an event-based gateway
            self.workflow.do_engine_steps()
