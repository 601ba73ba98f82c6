"""A drawing: lanes, steps, choices, events and flows as in BPMN, with the picture's geometry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Who: a column of the drawing. Its id is the role that may act on its steps."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """An arrow from one node to the next (a BPMN sequence flow)."""

    id: str
    source: str
    target: str
    #: The answer written on the arrow, e.g. `"Yes"`; may be empty.
    name: str = ""
    #: FEEL, as drawn; None where the arrow carries no condition.
    condition: str | None = None
    #: Line of the element in the drawing's file, for findings.
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything an arrow can touch: a step, a choice or an event."""

    id: str
    name: str
    #: Id of the lane it stands in; None where the drawing has no lanes.
    lane: str | None = None
    #: The element's own documentation text; plain text.
    documentation: str = ""
    #: Attributes in our namespace (`urn:fingerpost:pathway`), by local name.
    extensions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: Id of the sub-process, or of the called process, that it is drawn in; None on the main way.
    inside: str | None = None
    line: int | None = None


class StepKind(Enum):
    """What a step is; the value is the BPMN element's name."""

    USER = "userTask"
    MANUAL = "manualTask"
    PLAIN = "task"
    #: A decision table answers it.
    DECISION = "businessRuleTask"
    #: A letter or message is sent.
    SEND = "sendTask"
    #: The process waits for a message.
    RECEIVE = "receiveTask"
    SERVICE = "serviceTask"
    SCRIPT = "scriptTask"
    #: Another pathway is called.
    CALL = "callActivity"
    SUB_PROCESS = "subProcess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Node):
    """Something is done: by a person, or by the system on somebody's behalf."""

    kind: StepKind
    #: Only for calls: the id of the process that is called, as drawn; empty where none is named.
    calls: str = ""

    @property
    def for_a_person(self) -> bool:
        """Whether the step waits for a person."""
        return self.kind in {StepKind.USER, StepKind.MANUAL, StepKind.PLAIN}


class ChoiceKind(Enum):
    """How a choice (a BPMN gateway) chooses; the value is the BPMN element's name."""

    #: Exactly one way.
    EXCLUSIVE = "exclusiveGateway"
    #: Every way at the same time.
    PARALLEL = "parallelGateway"
    #: One way or several.
    INCLUSIVE = "inclusiveGateway"
    #: Whatever happens first.
    EVENT_BASED = "eventBasedGateway"
    COMPLEX = "complexGateway"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Node):
    """A junction: the way parts, or ways come together."""

    kind: ChoiceKind
    #: Id of the flow that is taken when no other is; None where there is none.
    default: str | None = None


class EventPosition(Enum):
    """Where on the way an event stands; the value is the BPMN element's name."""

    START = "startEvent"
    CATCH = "intermediateCatchEvent"
    THROW = "intermediateThrowEvent"
    BOUNDARY = "boundaryEvent"
    END = "endEvent"


class Trigger(Enum):
    """What an event waits for or sends; the value is the BPMN definition's name."""

    NONE = ""
    TIMER = "timerEventDefinition"
    MESSAGE = "messageEventDefinition"
    SIGNAL = "signalEventDefinition"
    CONDITION = "conditionalEventDefinition"
    ERROR = "errorEventDefinition"
    ESCALATION = "escalationEventDefinition"
    TERMINATE = "terminateEventDefinition"
    CANCEL = "cancelEventDefinition"
    COMPENSATION = "compensateEventDefinition"
    LINK = "linkEventDefinition"


class TimerKind(Enum):
    """How a timer says when; the value is the BPMN element's name."""

    DATE = "timeDate"
    DURATION = "timeDuration"
    CYCLE = "timeCycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """When a timer event falls due."""

    kind: TimerKind
    #: The code of a period (`"SCHOOL_REPLY"`) or ISO 8601 (`"P14D"`), as drawn.
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Node):
    """Something happens: the case begins, waits, is interrupted, or ends."""

    position: EventPosition
    trigger: Trigger = Trigger.NONE
    #: Only where `trigger` is TIMER.
    timer: Timer | None = None
    #: Only for boundary events: the id of the step it sits on.
    attached_to: str | None = None
    #: Only for boundary events: whether the step is ended when it happens.
    interrupting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A rectangle of the picture, in pixels at scale 1."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Where a lane or a node is drawn."""

    element: str
    bounds: Bounds
    #: Where its name is drawn, if not inside.
    label: Bounds | None = None
    #: Only for pools and lanes: whether the way runs from left to right in it.
    horizontal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How a flow is drawn."""

    element: str
    #: Way points (x, y), two or more.
    points: tuple[tuple[float, float], ...]
    label: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One process, as drawn. Mappings keep the order of the file."""

    #: The process id; also the pathway's key.
    id: str
    name: str
    documentation: str
    #: Name of the pool around the lanes; empty where there is none.
    pool: str
    #: Id of the pool's participant element, for its shape; None where there is no pool.
    pool_id: str | None
    lanes: Mapping[str, Lane]
    nodes: Mapping[str, Node]
    flows: Mapping[str, Flow]
    shapes: Mapping[str, Shape]
    edges: Mapping[str, Edge]
    #: The file, byte for byte.
    xml: bytes

    def outgoing(self, node_id: str) -> tuple[Flow, ...]:
        """Return the flows that leave a node, in the order of the file."""
        return tuple(flow for flow in self.flows.values() if flow.source == node_id)

    def incoming(self, node_id: str) -> tuple[Flow, ...]:
        """Return the flows that reach a node, in the order of the file."""
        return tuple(flow for flow in self.flows.values() if flow.target == node_id)

    def boundaries(self, step_id: str) -> tuple[Event, ...]:
        """Return the events on the edge of a step, in the order of the file."""
        return tuple(event for event in self.events() if event.attached_to == step_id)

    def steps(self) -> Iterator[Step]:
        """Yield the steps, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Step))

    def events(self) -> Iterator[Event]:
        """Yield the events, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Event))

    def choices(self) -> Iterator[Choice]:
        """Yield the choices, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Choice))
