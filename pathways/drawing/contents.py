"""What one plane shows, and on which layer: what BPMN editors show of it.

That is the elements of the pools, the process or the sub-process that the plane belongs to; nothing
inside of a folded sub-process; no event on the edge of a step that is not drawn; no line whose ends
are not drawn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pathways.drawing.layers import Layer
from pathways.drawing.places import straight_edge
from pathways.model.drawing import Artifact, Association, Drawing, Flow, Lane, MessageFlow, Pool
from pathways.model.geometry import Edge, Plane
from pathways.model.node import Event, EventPosition, Node, Step

Line = Flow | MessageFlow | Association
_Inside = TypeVar("_Inside", Node, Artifact)


@dataclass(frozen=True, slots=True)
class Placed:
    """An element with a shape, and the layer that it is drawn on."""

    element: Pool | Lane | Node | Artifact
    layer: Layer
    #: Only for steps that are open: the layer of what is inside.
    inner: Layer | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line with its way, and the layer that it is drawn on."""

    line: Line
    edge: Edge
    layer: Layer


class Contents:
    """What one plane shows."""

    def __init__(self, drawing: Drawing, plane: Plane) -> None:
        self._drawing = drawing
        self._plane = plane
        self._nodes = _by_scope(drawing.nodes.values())
        self._artifacts = _by_scope(drawing.artifacts.values())
        self._elsewhere = {
            name for each in drawing.planes if each is not plane for name in each.shapes
        }
        #: Scope -> where it is drawn; None where it is folded away.
        self._layers: dict[str, Layer | None] = {}
        #: The layer of the whole.
        self.root = Layer()
        #: Elements with shapes, in the order in which they are drawn; lanes come last.
        self.shapes: list[Placed] = []
        self.lines: list[Drawn] = []
        #: Ids of all of them.
        self.shown: set[str] = set()
        self._find()

    def is_open(self, step: Step) -> bool:
        """Whether the steps inside of a step are drawn in it."""
        return step.holds_steps and bool(self._plane.shapes[step.id].expanded)

    def starts_of(self, step: Step) -> list[Event]:
        """Return the events that start a sub-process."""
        return [
            node
            for node in self._nodes.get(step.id, ())
            if isinstance(node, Event) and node.position is EventPosition.START
        ]

    def _find(self) -> None:
        for scope, layer in self._scopes():
            self._open(scope, layer)
        for lane in self._drawing.lanes.values():
            into = self._layers.get(lane.process)
            if into is not None and lane.id in self._plane.shapes:
                self._place(lane, into)
        self._find_lines()

    def _scopes(self) -> list[tuple[str, Layer]]:
        """The processes, or the sub-process, that the plane belongs to; pools on the way."""
        shown = self._plane.element
        if shown in self._drawing.processes or shown in self._drawing.nodes:
            return [(shown, self.root)]
        pools = self._drawing.pools.values()
        scopes = {pool.process or pool.id: self._pool(pool) for pool in pools}
        laned = (lane.process for lane in self._drawing.lanes.values())
        for process in laned if pools else self._drawing.processes:
            scopes.setdefault(process, self.root)
        return [*scopes.items(), ("", self.root)]

    def _pool(self, pool: Pool) -> Layer:
        if pool.id not in self._plane.shapes:
            return self.root
        layer = self.root.inner()
        self._place(pool, layer)
        return layer

    def _open(self, scope: str, layer: Layer) -> None:
        """Place what is in a scope, and in the scopes in it."""
        waiting: list[tuple[str, Layer | None]] = [(scope, layer)]
        while waiting:
            name, into = waiting.pop()
            self._layers.setdefault(name, into)
            for node in self._nodes.get(name, ()):
                inner = self._node(node, into)
                if node.id in self._nodes or node.id in self._artifacts:
                    waiting.append((node.id, inner))
            for artifact in self._artifacts.get(name, ()):
                if into is not None and artifact.id in self._plane.shapes:
                    self._place(artifact, into)

    def _node(self, node: Node, layer: Layer | None) -> Layer | None:
        """Place a node; return the layer of its inside."""
        if layer is None or node.id not in self._plane.shapes or self._hangs_loose(node):
            return layer
        if not isinstance(node, Step):
            self._place(node, layer)
            return layer
        inner = Layer() if self.is_open(node) else None
        self._place(node, layer, inner)
        return inner

    def _hangs_loose(self, node: Node) -> bool:
        if not isinstance(node, Event) or node.position is not EventPosition.BOUNDARY:
            return False
        step = node.attached_to
        return step not in self._plane.shapes and step not in self._elsewhere

    def _place(
        self, element: Pool | Lane | Node | Artifact, layer: Layer, inner: Layer | None = None
    ) -> None:
        self.shown.add(element.id)
        self.shapes.append(Placed(element, layer, inner))

    def _find_lines(self) -> None:
        for flow in self._drawing.flows.values():
            layer = self._layers.get(self._drawing.nodes[flow.source].scope)
            if layer is not None:
                self._line(flow, layer)
        for message in self._drawing.messages.values():
            self._line(message, self.root)
        for one in self._drawing.associations.values():
            if one.source in self.shown and one.target in self.shown:
                self._line(one, self.root)

    def _line(self, line: Line, layer: Layer) -> None:
        if not (self._is_known(line.source) and self._is_known(line.target)):
            return
        edge = self._plane.edges.get(line.id)
        if edge is None and line.id in self._drawing.looks.straight:
            edge = straight_edge(line.id, self._plane, line.source, line.target)
        if edge is not None:
            self.shown.add(line.id)
            self.lines.append(Drawn(line, edge, layer))

    def _is_known(self, name: str) -> bool:
        return name in self.shown or name in self._elsewhere


def shown(drawing: Drawing, plane: int = 0) -> frozenset[str]:
    """Return the ids of the elements that a picture shows.

    Raises:
        IndexError: If the drawing has no such plane.
    """
    if not drawing.planes and not plane:
        return frozenset()
    return frozenset(Contents(drawing, drawing.planes[plane]).shown)


def _by_scope(elements: Iterable[_Inside]) -> Mapping[str, list[_Inside]]:
    scopes: dict[str, list[_Inside]] = {}
    for element in elements:
        scopes.setdefault(element.inside or element.process, []).append(element)
    return scopes
