"""The library as it comes, in memory: the oracle where it is right."""

from collections.abc import Mapping

from SpiffWorkflow.bpmn import BpmnEvent, BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.specs.event_definitions import MessageEventDefinition
from SpiffWorkflow.bpmn.specs.event_definitions.timer import DurationTimerEventDefinition
from SpiffWorkflow.util.task import TaskState

_LONG_AGO = "2000-01-01T00:00:00+00:00"


class StockCase:
    """One case in the stock library; conditions are Python, answers are copied along."""

    def __init__(self, drawing: bytes, process: str = "p") -> None:
        parser = BpmnParser()
        parser.add_bpmn_str(_with_quoted_times(drawing))
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

    def hear(self, message: str) -> None:
        """Let a message arrive."""
        self.workflow.send_event(
            BpmnEvent(MessageEventDefinition(message), payload={}, correlations={})
        )
        self._settle()

    def fall_due(self, step: str) -> None:
        """Let a time come; the wait at an event gateway is kept by the gateway's token."""
        for task in self.workflow.get_tasks(state=TaskState.WAITING):
            event = getattr(task.task_spec, "event_definition", None)
            events = [event, *getattr(event, "event_definitions", [])]
            named = task.task_spec.bpmn_id == step or len(events) > 1
            if named and any(isinstance(one, DurationTimerEventDefinition) for one in events):
                task.internal_data["event_value"] = _LONG_AGO
                self._settle()
                return
        raise AssertionError(f"{step} does not wait")

    def _ready(self) -> list:
        return self.workflow.get_tasks(state=TaskState.READY, manual=True)

    def _settle(self) -> None:
        for _ in range(3):  # one call is not always enough behind an event-based gateway
            self.workflow.do_engine_steps()


def _with_quoted_times(drawing: bytes) -> bytes:
    """A time is a Python expression there."""
    return drawing.replace(b"<bpmn:timeDuration>", b"<bpmn:timeDuration>'").replace(
        b"</bpmn:timeDuration>", b"'</bpmn:timeDuration>"
    )
