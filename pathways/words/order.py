"""Reading order: the order in which a person would tell it.

From the start along the main way; a side way is told where it leaves, a place where ways come
together after all of them; what leads back is a reference, never told again.
"""

from collections.abc import Container, Iterable, Mapping

from pathways.model.drawing import Drawing
from pathways.model.graph import Graph, leaving, reachable, turned
from pathways.model.node import Event, EventPosition, Node, Step
from pathways.words.listed import Listing
from pathways.words.relations import Relations

#: Side ways from a step's edge of at most so many steps of their own are told at once.
_SHORT = 4
#: Far more than any drawing needs that a person could read; bounds the time for hostile ones.
_BUDGET = 300_000


def reading_order(
    drawing: Drawing, listing: Listing, relations: Relations
) -> Mapping[str, tuple[Node, ...]]:
    """Return process id -> its told nodes in reading order; the inside of a step right after it.

    The process that a case follows comes first, those that others call come last; every process of
    the file is there, also without nodes.
    """
    scopes: dict[str, list[Node]] = {}
    for node in listing.told:
        scopes.setdefault(node.scope, []).append(node)
    telling = _Telling(drawing, listing, relations)
    ordered = {scope: telling.ordered(nodes) for scope, nodes in scopes.items()}
    processes = sorted(
        drawing.processes.values(), key=lambda process: (process.called, process.id != drawing.id)
    )
    return {process.id: _unfolded(process.id, ordered) for process in processes}


def _unfolded(scope: str, ordered: Mapping[str, list[Node]]) -> tuple[Node, ...]:
    told: list[Node] = []
    waiting = list(reversed(ordered.get(scope, ())))
    while waiting:
        node = waiting.pop()
        told.append(node)
        if isinstance(node, Step) and node.holds_steps:
            waiting += reversed(ordered.get(node.id, ()))
    return tuple(told)


class _Telling:
    """Puts the nodes of one scope after the other into their order."""

    def __init__(self, drawing: Drawing, listing: Listing, relations: Relations) -> None:
        self._drawing = drawing
        self._listing = listing
        self._relations = relations
        #: How many more arrows may be looked at; beyond it the order of the file has to do.
        self._budget = [_BUDGET]

    def ordered(self, nodes: list[Node]) -> list[Node]:
        by_id = {node.id: node for node in nodes}
        flows = {node.id: self._following(node) for node in nodes}
        edges = {node.id: self._edges(node, by_id) for node in nodes}
        graph = _Preference(flows, edges, self._budget).graph(by_id)
        after = {each for names in graph.values() for each in names}
        roots = sorted(nodes, key=lambda node: _root_rank(node, after))
        return [by_id[name] for name in _told(graph, [node.id for node in roots])]

    def _following(self, node: Node) -> tuple[str, ...]:
        ways = tuple(way.to.id for way in self._listing.passages(node))
        return ways + self._relations.following(node.id)

    def _edges(self, node: Node, among: Container[str]) -> list[str]:
        """What lets the step stay open comes before what ends it."""
        events = sorted(self._drawing.boundaries(node.id), key=lambda event: event.interrupting)
        return [event.id for event in events if event.id in among]


def _root_rank(node: Node, after: set[str]) -> int:
    """Starts first, then what nothing leads to, then the rest; what begins meanwhile comes last."""
    position = node.position if isinstance(node, Event) else None
    if position is EventPosition.START:
        return 0
    if isinstance(node, Step) and node.by_event:
        return 4
    if position is EventPosition.BOUNDARY:
        return 3
    return 2 if node.id in after else 1


class _Preference:
    """Of several ways on, which is told first."""

    def __init__(self, flows: Graph, edges: Mapping[str, list[str]], budget: list[int]) -> None:
        self._flows = {name: _inside(nexts, flows) for name, nexts in flows.items()}
        self._edges = edges
        self._budget = budget
        self._all = {name: (*self._flows[name], *edges[name]) for name in flows}

    def graph(self, names: Iterable[str]) -> Graph:
        """Return node id -> the nodes that follow, the one that is told first in front."""
        return {name: self._sorted(name) for name in names}

    def _sorted(self, name: str) -> tuple[str, ...]:
        main = list(dict.fromkeys(self._flows[name]))
        if len(main) > 1 and self._budget[0] > 0:
            main.sort(key=lambda each: self._length(name, each), reverse=True)
        return self._with_edges(name, main)

    def _length(self, choice: str, way: str) -> tuple[int, int]:
        """How far a way goes on; steps that do not lead back to the choice come first."""
        ahead = self._reach([way], but=choice)
        back = {each for each in ahead if choice in self._all[each]}
        if not back:
            return (len(ahead), len(ahead))
        among = {name: _inside(self._all[name], ahead) for name in ahead}
        return (len(ahead - reachable(turned(among), back)), len(ahead))

    def _reach(self, starts: Iterable[str], *, but: str | None = None) -> frozenset[str]:
        if self._budget[0] <= 0:
            return frozenset()
        reached = reachable(self._all, starts, but=but)
        self._budget[0] -= len(reached) + sum(len(self._all[each]) for each in reached)
        return reached

    def _with_edges(self, name: str, main: list[str]) -> tuple[str, ...]:
        """Short side ways from a step's edge come before the main way, long ones after it."""
        if not self._edges[name] or self._budget[0] <= 0:
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
