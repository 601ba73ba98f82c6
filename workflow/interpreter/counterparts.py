"""What an element of one version is on another version of the same pathway."""

from collections.abc import Mapping
from dataclasses import dataclass

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.specs.base import TaskSpec

from workflow.interpreter.awaitables import Cycle, Raised
from workflow.interpreter.elements import PartStep, PersonStep
from workflow.interpreter.events import Boundary, Catching, EventGateway
from workflow.interpreter.gateways import Inclusive, Parallel
from workflow.interpreter.memory import Memory
from workflow.interpreter.remapped import Hindrance, Obstacle
from workflow.interpreter.repeated import Again, AllAtOnce, OneByOne
from workflow.interpreter.routes import EDGE, REPEATED, drawn_name, routes_of

_LOOPS = (AllAtOnce, OneByOne, Again)
#: What a token stands at stays one of these, in this order of asking.
_KINDS = (PersonStep, *_LOOPS, PartStep, Boundary, EventGateway, Catching, Parallel, Inclusive)


class Hindered(Exception):
    """A token cannot stand on the other version."""

    def __init__(self, hindrance: Hindrance, step: str) -> None:
        self.obstacle = Obstacle(hindrance, step)
        super().__init__(hindrance.value)


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Finds the elements of one process on the other version."""

    old: BpmnProcessSpec
    new: BpmnProcessSpec
    #: Element of the old version -> the same one in the new; what is gone is missing.
    ids: Mapping[str, str]

    def of(self, name: str) -> TaskSpec:
        """Return what an element of the old version is in the new.

        Args:
            name: Its name in the library.

        Raises:
            Hindered: If it is not there, or is something else.
        """
        step = drawn_name(name)
        if step not in self.ids:
            raise Hindered(Hindrance.GONE, step)
        ending = REPEATED if name.endswith(REPEATED) else ""
        was, now = self.old.task_specs[name], self.new.task_specs.get(self.ids[step] + ending)
        if now is None:
            there = self.ids[step] in self.new.task_specs
            raise Hindered(Hindrance.REPEATED if there else Hindrance.ELSEWHERE, step)
        if _kind(was) is not _kind(now):
            looped = isinstance(was, _LOOPS) or isinstance(now, _LOOPS)
            raise Hindered(Hindrance.REPEATED if looped else Hindrance.OTHER_KIND, step)
        self._check(step, was, now)
        return now

    def edge(self, step: str) -> TaskSpec | None:
        """Return the edge of a step of the new version; None where no events are on it."""
        return self.new.task_specs.get(step + EDGE)

    def on_edge(self, name: str, step: str) -> Boundary | None:
        """Return what an event on an edge is on the edge of a step of the new version, if there."""
        edge, was = self.edge(step), self.old.task_specs[name]
        for now in edge.outputs if edge is not None else ():
            if not isinstance(now, Boundary) or now.name != self.ids.get(name):
                continue
            if isinstance(was, Boundary) and _same_event(was, now):
                return now
        return None

    def new_on_edge(self, was: str, step: str) -> list[Boundary]:
        """Return the events on the edge of a step that were not on it before.

        Args:
            was: The step in the old version.
            step: The step in the new version.
        """
        old_edge, edge = self.old.task_specs.get(was + EDGE), self.edge(step)
        before = [e.name for e in old_edge.outputs if isinstance(e, Boundary)] if old_edge else []
        known = {self.on_edge(name, step) for name in before}
        there = edge.outputs if edge is not None else ()
        return [event for event in there if isinstance(event, Boundary) and event not in known]

    def source(self, join: str, source: str) -> str:
        """Return the node from which the way of a waiting token comes to a join.

        Args:
            join: The gateway in the old version.
            source: The node from which the token came there.

        Raises:
            Hindered: If there is no such way, or several could be it.
        """
        now = self.new.task_specs[self.ids[join]]
        ways = {one.name for one in now.inputs}
        if self.ids.get(source) in ways:
            return self.ids[source]
        others = {self.ids.get(one.name) for one in self.old.task_specs[join].inputs}
        left = ways - others
        if source in self.ids:
            left &= self._ahead_of(self.ids[source], now.name)
        if len(left) != 1:
            raise Hindered(Hindrance.WAY_GONE, join)
        return left.pop()

    def _ahead_of(self, node: str, join: str) -> set[str]:
        """Return what can be reached from a node without passing a join."""
        following = routes_of(self.new).following
        found: set[str] = set()
        todo = [node]
        while todo:
            here = todo.pop()
            if here not in found and here != join:
                found.add(here)
                todo += following.get(here, ())
        return found

    def _check(self, step: str, was: TaskSpec, now: TaskSpec) -> None:
        """Refuse what is of the same kind and yet something else."""
        if isinstance(was, PartStep) and isinstance(now, PartStep):
            if self.ids.get(was.spec) != now.spec:
                raise Hindered(Hindrance.OTHER_CALL, step)
        elif isinstance(was, Catching) and not _same_event(was, now):
            raise Hindered(Hindrance.OTHER_KIND, step)


def _kind(spec: TaskSpec) -> type:
    return next((kind for kind in _KINDS if isinstance(spec, kind)), type(spec))


def _same_event(was: Catching, now: TaskSpec) -> bool:
    """Return whether two events wait for the same kind of thing."""
    one = was.event_definition
    other = now.event_definition if isinstance(now, Catching) else EventDefinition()
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.kind is other.kind
    return type(one) is type(other)


def counted_on(kept: Memory, spec: TaskSpec) -> Memory:
    """Return what a token remembers of a repeated deadline, by how often it now occurs.

    Raises:
        Hindered: If it has occurred as often already.
    """
    for event in spec.awaited() if isinstance(spec, Catching) else ():
        if isinstance(event, Cycle) and event.step in kept.get("due", {}):
            left = {**kept.get("left", {})}
            passed = kept.get("passed", {}).get(event.step, 0)
            if event.times is None:
                left.pop(event.step, None)
            else:
                left[event.step] = event.times - passed
                if left[event.step] < 1:
                    raise Hindered(Hindrance.TOO_OFTEN, event.step)
            kept = {**kept, "left": left}
    return kept
