from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.event import Event

class TaskSpec:
    _wf_spec: BpmnProcessSpec
    name: str
    manual: bool
    inputs: list[TaskSpec]
    outputs: list[TaskSpec]
    completed_event: Event
    # Every spec that the BPMN parser makes is a BpmnTaskSpec and has these.
    bpmn_id: str | None
    bpmn_name: str | None
    def connect(self, taskspec: TaskSpec) -> None: ...
    def test(self) -> None: ...
    def _predict(
        self,
        my_task: Task,
        seen: list[TaskSpec] | None = ...,
        looked_ahead: int = ...,
        mask: int = ...,
    ) -> None: ...
    def _predict_hook(self, my_task: Task) -> None: ...
    def _update(self, my_task: Task) -> None: ...
    def _update_hook(self, my_task: Task) -> bool: ...
    def _run_hook(self, my_task: Task) -> bool: ...
    def _on_complete_hook(self, my_task: Task) -> None: ...
