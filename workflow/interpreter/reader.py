"""How drawn elements become ours: one reader for each kind, plugged into the library's parser."""

import re
from typing import cast

from SpiffWorkflow.bpmn.parser import event_parsers
from SpiffWorkflow.bpmn.parser.event_parsers import (
    BoundaryEventParser,
    EndEventParser,
    EventDefinitionParser,
    IntermediateCatchEventParser,
    IntermediateThrowEventParser,
    ReceiveTaskParser,
    SendTaskParser,
    StartEventParser,
)
from SpiffWorkflow.bpmn.parser.task_parsers import CallActivityParser, SubWorkflowParser
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.parser.util import full_tag
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.specs.base import TaskSpec
from typing_extensions import override

from pathways.model.action import Action
from workflow.interpreter.awaitables import (
    Condition,
    Cycle,
    Message,
    Raised,
    Raises,
    Signal,
    Timer,
)
from workflow.interpreter.drawn import Node
from workflow.interpreter.elements import ActionStep, DecisionStep, Element, PartStep, PersonStep
from workflow.interpreter.events import Boundary, Catching, EventGateway
from workflow.interpreter.gateways import Exclusive, Inclusive, Parallel
from workflow.interpreter.refusals import check_events, check_way, refuse
from workflow.interpreter.repeated import Again, AllAtOnce, OneByOne, Repeated
from workflow.interpreter.throwing import End, Send, Throwing
from workflow.interpreter.ways import Way

_DECISION = "{http://spiffworkflow.org/bpmn/schema/1.0/core}calledDecisionId"
_ACTION = "{urn:fingerpost:pathway}action"
_ACTIONS = frozenset(action.value for action in Action)
_VALUE = "{urn:fingerpost:pathway}value"
#: What the library looks for depends on where an event stands; what may stand there we know.
_EVERY_KIND = [
    event_parsers.MESSAGE_EVENT_XPATH,
    event_parsers.SIGNAL_EVENT_XPATH,
    event_parsers.TIMER_EVENT_XPATH,
    event_parsers.CONDITIONAL_EVENT_XPATH,
    event_parsers.ERROR_EVENT_XPATH,
    event_parsers.ESCALATION_EVENT_XPATH,
    event_parsers.CANCEL_EVENT_XPATH,
    event_parsers.TERMINATION_EVENT_XPATH,
]
_CYCLE = re.compile(r"R(\d*)/(.+)", re.DOTALL)


class Reading(TaskParser):
    """What all our readers have in common: nothing of a drawing's data goes into tokens."""

    STANDARD_LOOP_CLASS = Again
    PARALLEL_MI_CLASS = AllAtOnce
    SEQUENTIAL_MI_CLASS = OneByOne

    @override
    def parse_node(self) -> TaskSpec:
        check_events(self.node)
        return super().parse_node()

    @override
    def connect_outgoing(
        self, outgoing_task: TaskSpec, sequence_flow_node: Node, is_default: bool
    ) -> None:
        drawn = self.parse_condition(sequence_flow_node)
        way = Way(
            flow=sequence_flow_node.get("id") or "",
            target=outgoing_task.name,
            condition=drawn.strip() if drawn else None,
            default=is_default,
        )
        source = cast("Element", self.task)
        check_way(source, way, outgoing_task)
        if all(way.target != other.target for other in source.ways):
            source.connect(outgoing_task)
        if isinstance(source, EventGateway) and isinstance(outgoing_task, Catching):
            source.take_over(outgoing_task)
        source.ways += (way,)

    @override
    def _copy_task_attrs(
        self, original: TaskSpec, loop_characteristics: Node | None = None
    ) -> None:
        super()._copy_task_attrs(original, loop_characteristics)
        if isinstance(self.task, Repeated | Again):
            # Stock connects when a loop begins, which is lost when the case is restored.
            original.completed_event.connect(self.task.merge_child)

    @override
    def parse_incoming_data_references(self) -> list[object]:
        return []

    @override
    def parse_outgoing_data_references(self) -> list[object]:
        return []

    @override
    def parse_io_spec(self) -> None:
        return None


class DecisionReader(Reading):
    """Business rule tasks; the table's id is the step's own unless another is named."""

    @override
    def create_task(self) -> DecisionStep:
        named = next((node.text for node in self.node.iter(_DECISION) if node.text), self.bpmn_id)
        attributes = self.bpmn_attributes
        return DecisionStep(self.spec, self.bpmn_id, decision=named.strip(), **attributes)


class ActionReader(Reading):
    """Service tasks: what they write down stands in the copy, the rest of it the engine knows."""

    @override
    def create_task(self) -> ActionStep:
        if self.node.get(_ACTION) not in _ACTIONS:
            raise refuse("it does not name an action that there is", self.node)
        values = {node.get("name") or "": node.get("from") or "" for node in self.node.iter(_VALUE)}
        return ActionStep(self.spec, self.bpmn_id, values=values, **self.bpmn_attributes)


class PartReader(Reading, SubWorkflowParser):
    """Embedded sub-processes."""


class CallReader(Reading, CallActivityParser):
    """Call activities."""


class EventReading(Reading, EventDefinitionParser):
    """Events of ours in place of the library's."""

    @override
    def get_event_definition(self, xpaths: list[str]) -> EventDefinition:
        return super().get_event_definition(_EVERY_KIND)

    @override
    def parse_cancel_event(self, event: Node) -> Raised:
        return Raised(Raises.CANCEL)

    @override
    def parse_timer_event(self, event: Node) -> Timer:
        for tag in ("timeDate", "timeDuration", "timeCycle"):
            for node in self.xpath(f".//bpmn:{tag}"):
                text = (node.text or "").strip()
                if text:
                    return self._cycle(text) if tag == "timeCycle" else Timer(self.bpmn_id, text)
        raise refuse("this deadline does not say when it falls due", self.node)

    def _cycle(self, text: str) -> Cycle:
        drawn = _CYCLE.fullmatch(text)
        if drawn is None or drawn[1] == "0":
            raise refuse("a repeated deadline is written as R3/P7D, or R/P7D for ever", self.node)
        return Cycle(self.bpmn_id, int(drawn[1]) if drawn[1] else None, drawn[2].strip())

    @override
    def parse_conditional_event(self, event: Node) -> Condition:
        for node in self.xpath(".//bpmn:condition"):
            if node.text and node.text.strip():
                return Condition(self.bpmn_id, node.text.strip())
        raise refuse("it does not say on which condition", self.node)

    @override
    def parse_message_event(self, message_event: Node) -> Message:
        return Message(self.bpmn_id, super().parse_message_event(message_event).name or "")

    @override
    def parse_signal_event(self, signal_event: Node) -> Signal:
        return Signal(self.bpmn_id, super().parse_signal_event(signal_event).name or "")

    @override
    def parse_error_event(self, error_event: Node) -> Raised:
        drawn = self.process_parser.parser.errors.get(error_event.get("errorRef") or "", {})
        return Raised(Raises.ERROR, drawn.get("error_code"))

    @override
    def parse_escalation_event(self, escalation_event: Node) -> Raised:
        reference = escalation_event.get("escalationRef") or ""
        drawn = self.process_parser.parser.escalations.get(reference, {})
        return Raised(Raises.ESCALATION, drawn.get("escalation_code"))


class StartReader(EventReading, StartEventParser):
    """Start events."""


class EndReader(EventReading, EndEventParser):
    """End events."""


class CatchReader(EventReading, IntermediateCatchEventParser):
    """Intermediate events that wait."""


class ThrowReader(EventReading, IntermediateThrowEventParser):
    """Intermediate events that send."""


class BoundaryReader(EventReading, BoundaryEventParser):
    """Events on the edge of a step."""


class SendReader(EventReading, SendTaskParser):
    """Send tasks."""


class ReceiveReader(EventReading, ReceiveTaskParser):
    """Receive tasks: they wait even where no message is drawn."""

    @override
    def create_task(self) -> TaskSpec:
        name = self.process_parser.parser.messages.get(self.node.get("messageRef") or "")
        return self._create_task(Message(self.bpmn_id, name or self.node.get("name") or ""))


class EventGatewayReader(Reading):
    """Event-based gateways."""

    @override
    def create_task(self) -> TaskSpec:
        return EventGateway(self.spec, self.bpmn_id, **self.bpmn_attributes)


#: BPMN element -> (its reader, what it becomes). What is missing here cannot be run.
READERS: dict[str, tuple[type[TaskParser], type[TaskSpec]]] = {
    full_tag("task"): (Reading, PersonStep),
    full_tag("userTask"): (Reading, PersonStep),
    full_tag("manualTask"): (Reading, PersonStep),
    full_tag("sendTask"): (SendReader, Send),
    full_tag("receiveTask"): (ReceiveReader, Catching),
    full_tag("serviceTask"): (ActionReader, ActionStep),
    full_tag("businessRuleTask"): (DecisionReader, DecisionStep),
    full_tag("subProcess"): (PartReader, PartStep),
    full_tag("transaction"): (PartReader, PartStep),
    full_tag("callActivity"): (CallReader, PartStep),
    full_tag("exclusiveGateway"): (Reading, Exclusive),
    full_tag("parallelGateway"): (Reading, Parallel),
    full_tag("inclusiveGateway"): (Reading, Inclusive),
    full_tag("eventBasedGateway"): (EventGatewayReader, EventGateway),
    full_tag("startEvent"): (StartReader, Catching),
    full_tag("endEvent"): (EndReader, End),
    full_tag("intermediateCatchEvent"): (CatchReader, Catching),
    full_tag("intermediateThrowEvent"): (ThrowReader, Throwing),
    full_tag("boundaryEvent"): (BoundaryReader, Boundary),
}
