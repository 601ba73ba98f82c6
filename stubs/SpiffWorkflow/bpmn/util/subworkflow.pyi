from uuid import UUID

from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.event import Event

class BpmnBaseWorkflow:
    spec: BpmnProcessSpec
    tasks: dict[UUID | str | int, Task]
    task_tree: Task
    completed: bool
    completed_event: Event
    @property
    def script_engine(self) -> PythonScriptEngine: ...
    @property
    def top_workflow(self) -> BpmnWorkflow: ...
    def update_waiting_tasks(self) -> None: ...
    def _remove_task(self, task_id: UUID | str | int) -> None: ...
    def _mark_complete(self, task: Task) -> None: ...

class BpmnSubWorkflow(BpmnBaseWorkflow):
    def __init__(
        self,
        spec: BpmnProcessSpec,
        parent_task_id: UUID | str | int,
        top_workflow: BpmnWorkflow,
        *,
        deserializing: bool = ...,
    ) -> None: ...
    def _calculate_depth(self) -> int: ...
