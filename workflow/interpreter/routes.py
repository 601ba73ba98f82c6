"""One process as the ways through it: where a token can go, where it waits for others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.event_definitions.simple import TerminateEventDefinition
from SpiffWorkflow.specs.base import TaskSpec

from workflow.interpreter.awaitables import Raised
from workflow.interpreter.elements import Element
from workflow.interpreter.events import Boundary
from workflow.interpreter.gateways import Inclusive, Joining, Parallel
from workflow.interpreter.throwing import End

#: What the library calls the beginning of a step with events on its edge, and a step that is
#: repeated; what is drawn has the name without it.
EDGE, REPEATED, EDGE_END = ".BoundaryEventSplit", " [child]", ".BoundaryEventJoin"

#: Where a token stands: a node, and the node it came from where it waits at a join for others.
Spot = tuple[str, str]

_MOST_KNOWN = 64


@dataclass(frozen=True, slots=True)
class Routes:
    """What of a process says where tokens go."""

    #: Node -> the nodes to which its flows lead.
    following: Mapping[str, tuple[str, ...]]
    #: Gateways that send a token every way, or several ways.
    parallel: frozenset[str]
    inclusive: frozenset[str]
    #: Gateway at which ways come together -> the nodes that they come from.
    joins: Mapping[str, frozenset[str]]
    #: Step -> events on its edge that end it, and those that do not.
    ended_by: Mapping[str, tuple[str, ...]]
    beside: Mapping[str, tuple[str, ...]]
    #: Ends that end all of the process.
    last: frozenset[str]

    def arrive(self, source: str, target: str) -> Spot:
        """Return where a token stands that went from one node to another."""
        return (target, source) if target in self.joins else (target, "")

    def after(self, node: str) -> tuple[Spot, ...]:
        """Return where tokens can stand after a node."""
        return tuple(self.arrive(node, target) for target in self.following.get(node, ()))


def drawn_name(name: str) -> str:
    """Return the id of what is drawn, for an element's name in the library."""
    for ending in (EDGE, REPEATED, EDGE_END):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


@lru_cache(maxsize=_MOST_KNOWN)
def routes_of(process: BpmnProcessSpec) -> Routes:
    """Return the ways through a process; worked out once, since a drawing never changes."""
    drawn = {
        spec.name: spec
        for spec in process.task_specs.values()
        if isinstance(spec, Element) and not spec.name.endswith(REPEATED)
    }
    joining = {name: spec for name, spec in drawn.items() if isinstance(spec, Joining)}
    edges = _edges(process)
    return Routes(
        following={
            name: tuple(drawn_name(way.target) for way in spec.ways) for name, spec in drawn.items()
        },
        parallel=frozenset(name for name, spec in drawn.items() if isinstance(spec, Parallel)),
        inclusive=frozenset(name for name, spec in drawn.items() if isinstance(spec, Inclusive)),
        joins={
            name: frozenset(source.name for source in spec.inputs)
            for name, spec in joining.items()
            if len(spec.inputs) > 1
        },
        ended_by={step: tuple(e.name for e in on if e.cancel_activity) for step, on in edges},
        beside={step: tuple(e.name for e in on if not e.cancel_activity) for step, on in edges},
        last=frozenset(name for name, spec in drawn.items() if _ends_all(spec)),
    )


def _edges(process: BpmnProcessSpec) -> list[tuple[str, list[Boundary]]]:
    return [
        (drawn_name(name), [event for event in spec.outputs if isinstance(event, Boundary)])
        for name, spec in process.task_specs.items()
        if name.endswith(EDGE)
    ]


def _ends_all(spec: TaskSpec) -> bool:
    event = spec.event_definition if isinstance(spec, End) else None
    return isinstance(event, TerminateEventDefinition) or (isinstance(event, Raised) and event.ends)
