from SpiffWorkflow.bpmn.specs.mixins.events.event_types import CatchingEvent

class BoundaryEvent(CatchingEvent):
    cancel_activity: bool
