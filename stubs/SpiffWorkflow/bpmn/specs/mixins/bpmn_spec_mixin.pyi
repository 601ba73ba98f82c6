from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.specs.base import TaskSpec

class BpmnSpecMixin(TaskSpec):
    def __init__(self, wf_spec: BpmnProcessSpec, bpmn_id: str, **kwargs: object) -> None: ...
