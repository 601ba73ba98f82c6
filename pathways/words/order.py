"""Reading order: the order in which a person would tell it.

From the start along the main way; a side way is told where it leaves, a place where ways come
together after all of them; what leads back is a reference, never told again.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from pathways.model.drawing import Drawing, Event, EventPosition, Node, Step, StepKind
from pathways.model.graph import Graph, leaving, reachable, turned
from pathways.words.listed import Listing

#: Side ways from a step's edge of at most so many steps of their own are told at once.
_SHORT = 4
#: Far more than any drawing needs that a person could read; bounds the time for hostile ones.
_BUDGET = 300_000


def reading_order(drawing: Drawing, listing: Listing) -> tuple[Node, ...]:
    """Return the told nodes in reading order; the inside of a step comes right after it."""
    scopes: dict[str | None, list[Node]] = {None: []}
    for node in listing.told:
        scopes.setdefault(node.inside, []).append(node)
    ordered = {inside: _scope(drawing, listing, nodes) for inside, nodes in scopes.items()}
    called = [inside for inside in scopes if inside is not None and inside not in drawing.nodes]
    return tuple(node for inside in (None, *called) for node in _unfolded(inside, ordered))


def _unfolded(inside: str | None, ordered: Mapping[str | None, list[Node]]) -> Iterator[Node]:
    for node in ordered.get(inside, ()):
        yield node
        if isinstance(node, Step) and node.kind is StepKind.SUB_PROCESS:
            yield from _unfolded(node.id, ordered)


def _scope(drawing: Drawing, listing: Listing, nodes: list[Node]) -> list[Node]:
    by_id = {node.id: node for node in nodes}
    flows = {node.id: tuple(way.to.id for way in listing.passages(node)) for node in nodes}
    edges: dict[str, list[str]] = {name: [] for name in by_id}
    for node in nodes:
        if isinstance(node, Event) and node.attached_to in edges:
            edges[node.attached_to].append(node.id)
    for names in edges.values():  # what lets the step stay open comes before what ends it
        names.sort(key=lambda name: _interrupts(by_id[name]))
    graph = _Preference(flows, edges).graph(by_id)
    led_to = {flow.target for flow in drawing.flows.values()}
    roots = sorted(nodes, key=lambda node: _root_rank(node, led_to))
    return [by_id[name] for name in _told(graph, [node.id for node in roots])]


def _interrupts(node: Node) -> bool:
    return isinstance(node, Event) and node.interrupting


def _root_rank(node: Node, led_to: set[str]) -> int:
    """Starts first, then what nothing leads to, then the rest; events on edges after all steps."""
    position = node.position if isinstance(node, Event) else None
    if position is EventPosition.START:
        return 0
    if position is EventPosition.BOUNDARY:
        return 3
    return 2 if node.id in led_to else 1


class _Preference:
    """Of several ways on, which is told first."""

    def __init__(self, flows: Graph, edges: Mapping[str, list[str]]) -> None:
        self._flows = {name: _inside(nexts, flows) for name, nexts in flows.items()}
        self._edges = edges
        #: How many more arrows may be looked at; beyond it the order of the file has to do.
        self._budget = _BUDGET
        self._all = {name: (*self._flows[name], *edges[name]) for name in flows}

    def graph(self, names: Iterable[str]) -> Graph:
        """Return node id -> the nodes that follow, the one that is told first in front."""
        return {name: self._sorted(name) for name in names}

    def _sorted(self, name: str) -> tuple[str, ...]:
        main = list(dict.fromkeys(self._flows[name]))
        if len(main) > 1 and self._budget > 0:
            main.sort(key=lambda each: self._length(name, each), reverse=True)
        return self._with_edges(name, main)

    def _length(self, choice: str, way: str) -> tuple[int, int]:
        """How far a way goes on; steps that do not lead back to the choice come first."""
        ahead = self._reach([way], but=choice)
        back = {each for each in ahead if choice in self._all[each]}
        among = {name: _inside(self._all[name], ahead) for name in ahead}
        returning = reachable(turned(among), back) if back else frozenset()
        return (len(ahead - returning), len(ahead))

    def _reach(self, starts: Iterable[str], *, but: str | None = None) -> frozenset[str]:
        reached = reachable(self._all, starts, but=but)
        self._budget -= len(reached)
        return reached

    def _with_edges(self, name: str, main: list[str]) -> tuple[str, ...]:
        """Short side ways from a step's edge come before the main way, long ones after it."""
        if not self._edges[name] or self._budget <= 0:
            return (*self._edges[name], *main)
        known = self._reach(main)
        own = {each: len(self._reach([each]) - known) for each in self._edges[name]}
        short = [each for each in own if own[each] <= _SHORT]
        return (*short, *main, *(each for each in own if own[each] > _SHORT))


def _told(graph: Graph, roots: Iterable[str]) -> list[str]:
    """Depth first, told in the reverse order of leaving: merges come after all their ways."""
    backwards = {name: tuple(reversed(nexts)) for name, nexts in graph.items()}
    seen: set[str] = set()
    return [name for root in roots for name in reversed(leaving(backwards, root, seen))]


def _inside(nexts: Iterable[str], names: Container[str]) -> tuple[str, ...]:
    return tuple(each for each in nexts if each in names)
