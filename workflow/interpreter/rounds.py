"""Of what a step's round is made: the drawn loops and counted parts around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.specs.base import TaskSpec

from workflow.interpreter.elements import PartStep
from workflow.interpreter.errors import Unrunnable
from workflow.interpreter.loops import Loops
from workflow.interpreter.repeated import Again, Repeated
from workflow.interpreter.specification import Alert, Specification, Turn

_Chain = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One process or part, as read."""

    spec: BpmnProcessSpec
    loops: Loops
    #: Id of the start event -> its event sub-process.
    alerts: Mapping[str, Alert]


@dataclass(frozen=True, slots=True)
class _Node:
    """A drawn element, and the process or part it belongs to."""

    part: str
    id: str
    #: The whole step, where it is repeated; never one of its repetitions.
    spec: TaskSpec
    #: The part inside it, if it has one.
    inner: str | None


def specification(process: str, drawn: Mapping[str, Drawn]) -> Specification:
    """Put together what was read of a version.

    Raises:
        Unrunnable: If a process calls itself, or two elements have the same id.
    """
    nodes = list(_nodes(drawn))
    _check_ids(nodes)
    hosts = _hosts(nodes)
    counted = frozenset(name for name, inside in hosts.items() if len(inside) > 1) | {
        alert.host for part in drawn.values() for alert in part.alerts.values()
    }
    chains = _Chains(drawn, hosts, counted)
    turns = {node.id: chains.of_node(node) for node in nodes}
    return Specification(
        process=drawn[process].spec,
        parts={name: part.spec for name, part in drawn.items() if name != process},
        loops={name: part.loops for name, part in drawn.items()},
        alerts={name: part.alerts for name, part in drawn.items()},
        repetitions={n.id: n.spec.repetition for n in nodes if isinstance(n.spec, Repeated)},
        turns=turns,
        counted=counted,
        within=_within(turns),
        called=_called(hosts, turns, counted),
    )


class _Chains:
    """Works out the turns around processes, parts and nodes."""

    def __init__(
        self,
        drawn: Mapping[str, Drawn],
        hosts: Mapping[str, list[_Node]],
        counted: frozenset[str],
    ) -> None:
        self._drawn = drawn
        self._hosts = hosts
        self._counted = counted
        self._parts: dict[str, _Chain] = {}

    def of_part(self, name: str, seen: tuple[str, ...] = ()) -> _Chain:
        """Return the turns around everything in a process or part."""
        if name in self._parts:
            return self._parts[name]
        hosts = self._hosts.get(name, [])
        if name in seen:
            host = hosts[0]
            raise Unrunnable(f"“{host.spec.bpmn_name or host.id}” calls itself for ever.", host.id)
        chains = [self.of_node(host, (*seen, name)) for host in hosts]
        outer = chains[0] if len(chains) == 1 else ()
        self._parts[name] = (*outer, Turn(name, 0)) if name in self._counted else outer
        return self._parts[name]

    def of_node(self, node: _Node, seen: tuple[str, ...] = ()) -> _Chain:
        """Return the turns around one node."""
        own = 1 if isinstance(node.spec, Repeated) else 0
        outer = [replace(t, inside=t.inside + own) for t in self.of_part(node.part, seen)]
        heads = self._drawn[node.part].loops.around.get(node.id, ())
        again = [Turn(node.id, 0)] if isinstance(node.spec, Again) else []
        return (*outer, *(Turn(head, own) for head in heads), *again)


def _nodes(drawn: Mapping[str, Drawn]) -> Iterator[_Node]:
    for name, part in drawn.items():
        for spec in part.spec.task_specs.values():
            repeated = spec if isinstance(spec, Repeated | Again) else None
            inside = part.spec.task_specs[repeated.task_spec] if repeated else spec
            if spec.bpmn_id is not None and not spec.name.endswith(" [child]"):
                inner = inside.spec if isinstance(inside, PartStep) else None
                yield _Node(name, spec.bpmn_id, spec, inner)


def _check_ids(nodes: list[_Node]) -> None:
    seen: set[str] = set()
    for node in nodes:
        if node.id in seen:
            raise Unrunnable(f"Two elements have the id “{node.id}”; rename one.", node.id)
        seen.add(node.id)


def _hosts(nodes: list[_Node]) -> dict[str, list[_Node]]:
    """Return part -> the steps that run it."""
    hosts: dict[str, list[_Node]] = {}
    for node in nodes:
        if node.inner is not None:
            hosts.setdefault(node.inner, []).append(node)
    return hosts


def _within(turns: Mapping[str, _Chain]) -> dict[str, frozenset[str]]:
    within: dict[str, frozenset[str]] = {}
    for chain in turns.values():
        for rank, turn in enumerate(chain):
            inner = frozenset(t.name for t in chain[rank + 1 :])
            within[turn.name] = within.get(turn.name, frozenset()) | inner
    return within


def _called(
    hosts: Mapping[str, list[_Node]], turns: Mapping[str, _Chain], counted: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Return turn -> the processes called inside it whose rounds do not begin with it."""
    called: dict[str, frozenset[str]] = {}
    for name, inside in hosts.items():
        if name in counted and len(inside) > 1:
            for host in inside:
                for turn in turns[host.id]:
                    called[turn.name] = called.get(turn.name, frozenset()) | {name}
    return called
