"""What is on top of the shapes: links to the words in reading order, and marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pathways.drawing.contents import Contents
from pathways.drawing.extent import Extent
from pathways.drawing.lines import halfway
from pathways.drawing.links import hit, link, title_of
from pathways.drawing.mark import Mark
from pathways.drawing.marks import Spot, draw_marks
from pathways.drawing.names import Names
from pathways.drawing.places import placed
from pathways.model.drawing import Drawing
from pathways.model.geometry import Bounds, Plane
from pathways.model.node import Node, Step
from pathways.words.catalogue import Catalogue

#: Element id -> what is said about it on the picture, one thing or several.
Marks = Mapping[str, Mark | Sequence[Mark]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn."""

    drawing: Drawing
    plane: Plane
    contents: Contents


class Overlay:
    """Draws what is on top of the shapes of one picture."""

    def __init__(
        self, subject: Subject, marks: Marks, names: Names, say: Catalogue, extent: Extent
    ) -> None:
        self._drawing = subject.drawing
        self._plane = subject.plane
        self._contents = subject.contents
        self._marks = {
            name: (said,) if isinstance(said, Mark) else tuple(said) for name, said in marks.items()
        }
        self._names = names
        self._say = say
        self._extent = extent

    def links(self, anchors: Mapping[str, str]) -> str:
        """Return the links in reading order, before them the marks of what is no link.

        Args:
            anchors: Node id -> id of the element of the page that tells of it, in reading order.
        """
        linked = list(self._in_reading_order(anchors))
        ids = {node.id for node in linked}
        others = "".join(self._marked(name) for name in self._marks if name not in ids)
        unlinked = f'<g class="fp-marks" aria-hidden="true">{others}</g>' if others else ""
        return unlinked + "".join(
            link(anchors[node.id], self._title(node), self._hit(node) + self._marked(node.id))
            for node in linked
        )

    def _in_reading_order(self, anchors: Mapping[str, str]) -> Iterator[Node]:
        for name in anchors:
            if name in self._drawing.nodes and name in self._contents.shown:
                yield self._drawing.nodes[name]

    def _hit(self, node: Node) -> str:
        open_ = isinstance(node, Step) and self._contents.is_open(node)
        return hit(node, self._plane.shapes[node.id].bounds, open_=open_)

    def _marked(self, name: str) -> str:
        marks = self._marks.get(name)
        spot = self._spot(name) if marks else None
        return draw_marks(marks, spot, self._extent) if marks and spot is not None else ""

    def _spot(self, name: str) -> Spot | None:
        if name not in self._contents.shown:
            return None
        shape, node = self._plane.shapes.get(name), self._drawing.nodes.get(name)
        if shape is not None:
            round_ = node is not None and not isinstance(node, Step)
            below = round_ and shape.label is not None and shape.label.y < shape.bounds.y
            return Spot(placed(shape.bounds), round_=round_, below=below)
        edge = self._plane.edges.get(name)
        if edge is None:
            return None
        x, y = halfway(edge.points)
        return Spot(Bounds(x=x, y=y, width=0, height=0))

    def _title(self, node: Node) -> str:
        lane = self._drawing.lanes.get(node.lane or "")
        kind, name = self._say.kind(node), self._names.said(node.id, node.name)
        who = "" if lane is None else self._names.said(lane.id, lane.name) or lane.id
        named = f"{kind.short}: {name}" if name else kind.unnamed
        return title_of(named, who, self._marks.get(node.id, ()))
