"""A drawing: everything that one BPMN file draws, with the picture's geometry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from pathways.model.finding import Finding
from pathways.model.geometry import Edge, Plane, Shape
from pathways.model.looks import Looks
from pathways.model.node import Choice, Event, Node, Step
from pathways.model.wording import Audience, Silence, Wording

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """One process: what happens on one side, from its starts to its ends."""

    id: str
    #: May be empty.
    name: str
    documentation: str = ""
    #: Whether a call activity of the same file calls it.
    called: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """One side of a collaboration (a BPMN participant)."""

    id: str
    name: str
    #: Id of the process that happens in it; None where its steps are not drawn (a black box).
    process: str | None = None
    #: Whether there are several of this side.
    multiple: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Who: a band of the drawing. Its id is the role that may act on its steps."""

    id: str
    name: str
    process: str
    #: Id of the lane that it is a part of.
    inside: str | None = None
    line: int | None = None


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
    #: Attributes in our namespace, by local name.
    extensions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: Line of the element in the drawing's file, for findings.
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFlow:
    """Something goes from one pool, or a node in it, to another."""

    id: str
    name: str
    #: Id of a node or of a pool.
    source: str
    #: Id of a node or of a pool.
    target: str
    line: int | None = None


class ArtifactKind(Enum):
    """What is drawn beside the way; the value is the BPMN element's name."""

    ANNOTATION = "textAnnotation"
    GROUP = "group"
    DATA_OBJECT = "dataObjectReference"
    DATA_STORE = "dataStoreReference"
    DATA_INPUT = "dataInput"
    DATA_OUTPUT = "dataOutput"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """Something that is drawn beside the way: a note, a frame around steps, data."""

    id: str
    kind: ArtifactKind
    #: The text of an annotation, the category of a group, the name of data; may be empty.
    name: str
    #: Id of the process that it is drawn in; empty where it belongs to the collaboration.
    process: str = ""
    #: Id of the sub-process that it is drawn in.
    inside: str | None = None
    #: Only for data: the state it is in, e.g. `"signed"`; may be empty.
    state: str = ""
    #: Only for data: whether there are several.
    collection: bool = False
    line: int | None = None


class AssociationKind(Enum):
    """What a dotted line says; the value is the BPMN element's name."""

    #: The two belong together.
    PLAIN = "association"
    #: A step uses data.
    DATA_INPUT = "dataInputAssociation"
    #: A step makes data.
    DATA_OUTPUT = "dataOutputAssociation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """A dotted line between something beside the way and a node, a flow or a pool."""

    id: str
    kind: AssociationKind
    source: str
    target: str
    #: `"None"`, `"One"` or `"Both"`, as BPMN writes it: which ends have an arrow head.
    direction: str = "None"
    line: int | None = None


_NO_SHAPES: Mapping[str, Shape] = MappingProxyType({})
_NO_EDGES: Mapping[str, Edge] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything that one BPMN file draws. Mappings keep the order of the file.

    What leads nowhere (an arrow without an end) is not in it, but in `findings`.
    """

    #: Id of the process that a case follows: the pathway's key.
    id: str
    #: Name of that process, or of its pool where it has none; may be empty.
    name: str
    documentation: str = ""
    #: BCP 47: what names are drawn in (`xml:lang` of the file's outermost element).
    language: str = "en"
    processes: Mapping[str, Process]
    pools: Mapping[str, Pool] = field(default_factory=dict)
    lanes: Mapping[str, Lane] = field(default_factory=dict)
    #: The nodes of every process and sub-process.
    nodes: Mapping[str, Node]
    flows: Mapping[str, Flow]
    messages: Mapping[str, MessageFlow] = field(default_factory=dict)
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    associations: Mapping[str, Association] = field(default_factory=dict)
    #: The first one is the picture of the whole; empty where the file has no diagram part.
    planes: tuple[Plane, ...] = ()
    #: What only the pictures need.
    looks: Looks = Looks()  # noqa: RUF009 - frozen
    #: Element id -> words for it in our extension elements, in the order of the file.
    wordings: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    #: Element id -> the rules that are silenced there.
    silences: Mapping[str, tuple[Silence, ...]] = field(default_factory=dict)
    #: What could not be read as it is drawn.
    findings: tuple[Finding, ...] = ()
    #: The file, byte for byte.
    xml: bytes

    _outgoing: Mapping[str, tuple[Flow, ...]] = field(init=False, repr=False, compare=False)
    _incoming: Mapping[str, tuple[Flow, ...]] = field(init=False, repr=False, compare=False)
    _boundaries: Mapping[str, tuple[Event, ...]] = field(init=False, repr=False, compare=False)
    _pools: Mapping[str, tuple[Pool, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        flows = self.flows.values()
        index = {
            "_outgoing": _grouped((flow.source, flow) for flow in flows),
            "_incoming": _grouped((flow.target, flow) for flow in flows),
            "_boundaries": _grouped(
                (event.attached_to, event) for event in self.events() if event.attached_to
            ),
            "_pools": _grouped(
                (pool.process, pool) for pool in self.pools.values() if pool.process
            ),
        }
        for name, value in index.items():  # frozen for everybody else
            object.__setattr__(self, name, value)

    @property
    def shapes(self) -> Mapping[str, Shape]:
        """The shapes of the picture of the whole, by element id."""
        return self.planes[0].shapes if self.planes else _NO_SHAPES

    @property
    def edges(self) -> Mapping[str, Edge]:
        """The lines of the picture of the whole, by element id."""
        return self.planes[0].edges if self.planes else _NO_EDGES

    def outgoing(self, node_id: str) -> tuple[Flow, ...]:
        """Return the flows that leave a node, in the order of the file."""
        return self._outgoing.get(node_id, ())

    def incoming(self, node_id: str) -> tuple[Flow, ...]:
        """Return the flows that reach a node, in the order of the file."""
        return self._incoming.get(node_id, ())

    def boundaries(self, step_id: str) -> tuple[Event, ...]:
        """Return the events on the edge of a step, in the order of the file."""
        return self._boundaries.get(step_id, ())

    def steps(self) -> Iterator[Step]:
        """Yield the steps, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Step))

    def events(self) -> Iterator[Event]:
        """Yield the events, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Event))

    def choices(self) -> Iterator[Choice]:
        """Yield the choices, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Choice))

    def pool_of(self, process_id: str) -> Pool | None:
        """Return the pool that a process happens in, the first of several; None without any."""
        return next(iter(self._pools.get(process_id, ())), None)

    def wording(self, element_id: str, audience: Audience, language: str) -> str:
        """Return the words for an element; empty where there are none in this language.

        Args:
            element_id: A node, flow, lane, pool or process.
            audience: Who they are for.
            language: BCP 47; `"en"` also finds `"en-GB"`, and the other way round.
        """
        wanted = language.partition("-")[0].lower()
        for each in self.wordings.get(element_id, ()):
            if each.audience is audience and each.language.partition("-")[0].lower() == wanted:
                return each.text
        return ""


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
