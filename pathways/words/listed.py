"""Which nodes are told, and which are mere merges that a way only passes."""

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, ChoiceKind, Node

#: So many merges in a row are passed without being told; bounds what is said of one way.
LONGEST_ROW = 20
_WAITING = frozenset({ChoiceKind.PARALLEL, ChoiceKind.INCLUSIVE})


@dataclass(frozen=True, slots=True)
class Passage:
    """One way from a told node to the next told node."""

    flows: tuple[Flow, ...]
    to: Node
    #: Whether it waits for other ways at a merge on its way.
    joined: bool


class Listing:
    """What of a drawing is told, and the ways between."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        #: Merge id -> the only way on.
        self._merges = {
            node.id: drawing.outgoing(node.id)[0]
            for node in drawing.choices()
            if len(drawing.outgoing(node.id)) == 1 and drawing.incoming(node.id)
        }
        for name in set(self._told_of_circles()):
            del self._merges[name]
        for name in self._told_in_rows():
            del self._merges[name]
        #: In the order of the file.
        self.told: tuple[Node, ...] = tuple(
            node for node in drawing.nodes.values() if node.id not in self._merges
        )
        self._passages = {
            node.id: tuple(self._passage(flow) for flow in drawing.outgoing(node.id))
            for node in self.told
        }

    def passages(self, node: Node) -> tuple[Passage, ...]:
        """Return the ways on from a told node, in the order of the file."""
        return self._passages[node.id]

    def told_at(self, name: str) -> str:
        """Return the id of a told node: its own, or that of the next one after a mere merge."""
        while name in self._merges:
            name = self._merges[name].target
        return name

    def _passage(self, flow: Flow) -> Passage:
        flows = [flow]
        joined = False
        while flow.target in self._merges:
            joined = joined or self._waits(flow.target)
            flow = self._merges[flow.target]
            flows.append(flow)
        return Passage(tuple(flows), self._drawing.nodes[flow.target], joined)

    def _waits(self, name: str) -> bool:
        merge = self._drawing.nodes[name]
        several = len(self._drawing.incoming(name)) > 1
        return isinstance(merge, Choice) and merge.kind in _WAITING and several

    def _told_of_circles(self) -> Iterator[str]:
        """The first merge, in the file, of each circle that has nothing but merges in it."""
        places = {name: place for place, name in enumerate(self._merges)}
        settled: set[str] = set()
        for first in self._merges:
            path: dict[str, None] = {}
            name = first
            while name in self._merges and name not in settled and name not in path:
                path[name] = None
                name = self._merges[name].target
            if name in path:
                walked = list(path)
                yield min(walked[walked.index(name) :], key=places.__getitem__)
            settled |= set(path)

    def _told_in_rows(self) -> list[str]:
        """Every merge after which as many follow as a row can have."""
        distance: dict[str, int] = {}
        for first in self._merges:
            row: list[str] = []
            name = first
            while name in self._merges and name not in distance:
                row.append(name)
                name = self._merges[name].target
            for each in reversed(row):
                distance[each] = distance.get(name, 0) + 1
                name = each
        return [name for name, far in distance.items() if far % (LONGEST_ROW + 1) == 0]
