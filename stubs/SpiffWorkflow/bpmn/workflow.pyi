from uuid import UUID

from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow, BpmnSubWorkflow
from SpiffWorkflow.task import Task

class BpmnWorkflow(BpmnBaseWorkflow):
    subprocess_specs: dict[str, BpmnProcessSpec]
    subprocesses: dict[UUID | str | int, BpmnSubWorkflow]
    def __init__(
        self,
        spec: BpmnProcessSpec,
        subprocess_specs: dict[str, BpmnProcessSpec] | None = ...,
        script_engine: PythonScriptEngine | None = ...,
        *,
        deserializing: bool = ...,
    ) -> None: ...
    def create_subprocess(self, my_task: Task, spec_name: str) -> BpmnSubWorkflow: ...
