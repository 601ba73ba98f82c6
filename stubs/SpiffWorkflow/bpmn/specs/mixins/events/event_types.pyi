from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.specs.base import TaskSpec

class CatchingEvent(TaskSpec):
    event_definition: EventDefinition
