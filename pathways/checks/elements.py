"""A drawing as one graph of all its elements: nodes, arrows, the insides of steps, and links."""

from collections.abc import Collection, Iterable, Iterator

from pathways.model.drawing import Drawing
from pathways.model.graph import Graph
from pathways.model.node import Choice, Event, EventPosition, Node, Step, Trigger

_LEAVING = frozenset({Trigger.ERROR, Trigger.ESCALATION, Trigger.CANCEL})


class Elements:
    """Where a case can go, element by element; arrows are elements too, so that they can count.

    Attributes:
        graph: Element id -> the elements that can come next.
        roots: Where a case can begin.
        endings: Where a case ends, and not just a way beside it, such as that of a reminder.
    """

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._starts: dict[str, list[str]] = {}
        for node in drawing.nodes.values():
            if node.inside and _begins(node, drawing):
                self._starts.setdefault(node.inside, []).append(node.id)
        self._links: dict[tuple[str, str], str] = {}
        for event in drawing.events():
            if event.trigger is Trigger.LINK and event.position is EventPosition.CATCH:
                self._links.setdefault(_link(event), event.id)
        self.graph: Graph = {
            **{node.id: tuple(self._after(node)) for node in drawing.nodes.values()},
            **{flow.id: (flow.target,) for flow in drawing.flows.values()},
        }
        self.roots = tuple(node.id for node in drawing.nodes.values() if self._is_root(node))
        main = {name: self._main(name) for name in self.graph}
        reached = reach(main, self.roots)
        self.endings = frozenset(name for name in reached if not self.graph[name])

    def _after(self, node: Node) -> Iterator[str]:
        drawing = self._drawing
        yield from (event.id for event in drawing.boundaries(node.id))
        inner = self._starts.get(node.id, ())
        yield from inner
        if not inner:
            yield from (flow.id for flow in drawing.outgoing(node.id))
        if isinstance(node, Event):
            yield from self._linked(node)
        if node.inside and not drawing.outgoing(node.id):
            yield from self._outside(node)

    def _linked(self, event: Event) -> Iterator[str]:
        leads = event.trigger is Trigger.LINK and event.position is EventPosition.THROW
        if leads and _link(event) in self._links:
            yield self._links[_link(event)]

    def _outside(self, node: Node) -> Iterator[str]:
        """What follows when the inside of a step is done; nothing where the whole case ends."""
        drawing = self._drawing
        trigger = node.trigger if isinstance(node, Event) else Trigger.NONE
        if trigger is Trigger.TERMINATE:
            return
        around = drawing.nodes.get(node.inside or "")
        while around is not None:
            if trigger in _LEAVING:
                yield from (event.id for event in drawing.boundaries(around.id))
                return
            flows = drawing.outgoing(around.id)
            yield from (flow.id for flow in flows)
            around = None if flows else drawing.nodes.get(around.inside or "")

    def _is_root(self, node: Node) -> bool:
        if node.inside:
            return isinstance(node, Step) and node.by_event
        return _begins(node, self._drawing)

    def _main(self, name: str) -> tuple[str, ...]:
        beside = {event.id for event in self._drawing.boundaries(name) if not event.interrupting}
        return tuple(each for each in self.graph[name] if each not in beside)


def reach(graph: Graph, starts: Iterable[str], *, without: Collection[str] = ()) -> frozenset[str]:
    """Return the starts and all that can be reached from them, never going through `without`."""
    seen = {name for name in starts if name not in without}
    waiting = list(seen)
    while waiting:
        for name in graph[waiting.pop()]:
            if name not in seen and name not in without:
                seen.add(name)
                waiting.append(name)
    return frozenset(seen)


def _link(event: Event) -> tuple[str, str]:
    """Where a link leads: links of one name, side by side, belong together."""
    return (event.scope, event.about.name if event.about else event.name)


def _begins(node: Node, drawing: Drawing) -> bool:
    """Whether nothing leads to it, and it does not sit on an edge."""
    if isinstance(node, Event) and node.position is EventPosition.BOUNDARY:
        return False
    if isinstance(node, Event) and node.trigger is Trigger.LINK:
        return node.position is not EventPosition.CATCH and not drawing.incoming(node.id)
    if isinstance(node, Step) and (node.by_event or node.compensates):
        return False
    begins = isinstance(node, Choice) and node.begins
    return begins or not drawing.incoming(node.id)
