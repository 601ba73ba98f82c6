"""What arrows touch, as in BPMN: steps (activities), choices (gateways) and events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A message, signal, error, escalation or link that an event or a step names."""

    #: Empty where the element names itself, as links do.
    id: str
    #: Its name as drawn; may be empty.
    name: str
    #: Only for errors and escalations; may be empty.
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedValue:
    """A value under a name: written down or handed on by a step, or brought by an event."""

    #: The name by which rules read it, after the id of its step: `"total"` of `work_out.total`.
    name: str
    #: FEEL that gives it; empty where something from outside brings it.
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything an arrow can touch: a step, a choice or an event."""

    #: Unique in the drawing: the file's own id, or one that was made up where it has none.
    id: str
    name: str
    #: Id of the process that it is drawn in.
    process: str
    #: Id of the lane it stands in; None where the drawing has no lanes.
    lane: str | None = None
    #: Id of the sub-process that it is drawn in; None outside of any.
    inside: str | None = None
    #: The element's own documentation text; plain text.
    documentation: str = ""
    #: Attributes in our namespace (`urn:fingerpost:pathway`), by local name.
    extensions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: Our own `value` elements in it, in their order.
    values: tuple[NamedValue, ...] = ()
    #: Local names of vendors' elements that are written inside of it.
    foreign: tuple[str, ...] = ()
    #: Line of the element in the drawing's file, for findings.
    line: int | None = None

    @property
    def scope(self) -> str:
        """Id of the sub-process that it is drawn in, or else of its process."""
        return self.inside or self.process


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
    #: Another process is called.
    CALL = "callActivity"
    SUB_PROCESS = "subProcess"
    #: A sub-process that can be called off as a whole.
    TRANSACTION = "transaction"
    #: A sub-process whose steps are done in any order.
    AD_HOC = "adHocSubProcess"
    #: Two sides exchange messages.
    EXCHANGE = "choreographyTask"
    #: Something that BPMN does not have in a process.
    OTHER = ""


class Loop(Enum):
    """Whether a step is done more than once; the value names the BPMN marker."""

    NONE = ""
    #: Again and again, until it is enough.
    STANDARD = "standardLoop"
    #: Once for each of several, at the same time.
    PARALLEL = "parallelMultiInstance"
    #: Once for each of several, one after the other.
    SEQUENTIAL = "sequentialMultiInstance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """For what a step is done, where that is several: the items of a list, or a number of times."""

    #: FEEL that gives a list or a context; empty where only a number is said, or nothing.
    collection: str = ""
    #: FEEL that gives a whole number; only where there is no collection.
    number: str = ""
    #: The name by which rules and forms know the item; may be empty.
    item: str = ""
    #: FEEL: as soon as it is true the rest is left out; empty where all are done.
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """How long a step is done again."""

    #: FEEL: it is done again while this is true; empty where nothing says so.
    condition: str = ""
    #: How often it is done at most; None where nothing says so.
    most: int | None = None
    #: Whether the condition is looked at before the first time too.
    before: bool = False


_HOLDING = frozenset({StepKind.SUB_PROCESS, StepKind.TRANSACTION, StepKind.AD_HOC})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Node):
    """Something is done: by a person, or by the system on somebody's behalf."""

    kind: StepKind
    loop: Loop = Loop.NONE
    #: Only where `loop` is PARALLEL or SEQUENTIAL.
    several: Several | None = None
    #: Only where `loop` is STANDARD.
    again: Again | None = None
    #: Only for calls: the id of the process that is called, as drawn; empty where none is named.
    calls: str = ""
    #: Only for steps that send or wait for a message: the message, where one is named.
    message: Reference | None = None
    #: Id of the flow that is taken when no other is; None where there is none.
    default: str | None = None
    #: Only for sub-processes: whether an event starts it, so that no arrow leads to it.
    by_event: bool = False
    #: Whether it undoes another step (compensation), so that no arrow leads to it.
    compensates: bool = False

    @property
    def for_a_person(self) -> bool:
        """Whether the step waits for a person."""
        return self.kind in {StepKind.USER, StepKind.MANUAL, StepKind.PLAIN}

    @property
    def holds_steps(self) -> bool:
        """Whether other steps are drawn inside of it."""
        return self.kind in _HOLDING


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
    #: Only for event-based ones: whether a case begins here.
    begins: bool = False
    #: Only for event-based ones: whether all the events must happen, not just the first.
    all_events: bool = False


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
    #: One of several definitions.
    MULTIPLE = "multiple"
    #: All of several definitions.
    PARALLEL = "parallelMultiple"


class TimerKind(Enum):
    """How a timer says when; the value is the BPMN element's name."""

    DATE = "timeDate"
    DURATION = "timeDuration"
    CYCLE = "timeCycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """When a timer event falls due."""

    kind: TimerKind
    #: The code of a period (`"SCHOOL_REPLY"`) or ISO 8601 (`"P14D"`), as drawn; may be empty.
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Node):
    """Something happens: the case begins, waits, is interrupted, or ends."""

    position: EventPosition
    trigger: Trigger = Trigger.NONE
    #: Only where `trigger` is TIMER, and the file says when.
    timer: Timer | None = None
    #: Only where `trigger` is CONDITION: FEEL, as drawn; empty where none is named.
    condition: str = ""
    #: What message, signal, error, escalation or link it is about, where it names one.
    about: Reference | None = None
    #: Only for boundary events: the id of the step it sits on.
    attached_to: str | None = None
    #: Only for boundary events and starts of sub-processes by an event: whether it ends the step.
    interrupting: bool = True
