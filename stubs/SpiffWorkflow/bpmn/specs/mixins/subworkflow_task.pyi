from SpiffWorkflow.bpmn.util.subworkflow import BpmnBaseWorkflow
from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.task import Task

class SubWorkflowTask(TaskSpec):
    spec: str
    def _on_subworkflow_completed(self, subworkflow: BpmnBaseWorkflow, my_task: Task) -> None: ...
