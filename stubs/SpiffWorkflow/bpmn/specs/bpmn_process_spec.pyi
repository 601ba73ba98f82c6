from SpiffWorkflow.specs.base import TaskSpec

class BpmnProcessSpec:
    name: str
    start: TaskSpec
    end: TaskSpec
    task_specs: dict[str, TaskSpec]
