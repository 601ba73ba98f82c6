"""Which nodes are told, and which are mere merges that a way only passes."""

from dataclasses import dataclass

from pathways.model.drawing import ChoiceKind, Drawing, Flow, Node

#: So many merges in a row are passed without being told.
_LONGEST_ROW = 100
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
        self._nodes = drawing.nodes
        self._out: dict[str, list[Flow]] = {name: [] for name in drawing.nodes}
        ways_in = dict.fromkeys(drawing.nodes, 0)
        for flow in drawing.flows.values():
            self._out[flow.source].append(flow)
            ways_in[flow.target] += 1
        self._merges = {
            node.id: node.kind in _WAITING and ways_in[node.id] > 1
            for node in drawing.choices()
            if len(self._out[node.id]) == 1 and ways_in[node.id] > 0
        }
        for name in (*self._circling(), *self._far_from_a_step()):
            self._merges.pop(name, None)
        #: In the order of the file.
        self.told: tuple[Node, ...] = tuple(
            node for node in drawing.nodes.values() if node.id not in self._merges
        )
        self._passages = {
            node.id: tuple(self._passage(flow) for flow in self._out[node.id]) for node in self.told
        }

    def passages(self, node: Node) -> tuple[Passage, ...]:
        """Return the ways on from a told node, in the order of the file."""
        return self._passages[node.id]

    def _passage(self, flow: Flow) -> Passage:
        flows = [flow]
        joined = False
        while flow.target in self._merges:
            joined = joined or self._merges[flow.target]
            flow = self._out[flow.target][0]
            flows.append(flow)
        return Passage(tuple(flows), self._nodes[flow.target], joined)

    def _circling(self) -> set[str]:
        """One merge of each circle that has nothing but merges in it: it has to be told."""
        circling: set[str] = set()
        settled: set[str] = set()
        for first in self._merges:
            path: dict[str, None] = {}
            name = first
            while name in self._merges and name not in settled and name not in path:
                path[name] = None
                name = self._out[name][0].target
            if name in path:
                circling.add(name)
            settled |= set(path)
        return circling

    def _far_from_a_step(self) -> set[str]:
        """Merges in longer rows than anybody draws; telling some bounds what is said of a way."""
        far: set[str] = set()
        depth: dict[str, int] = dict.fromkeys(self._circling(), 0)
        for first in self._merges:
            path: list[str] = []
            name = first
            while name in self._merges and name not in depth:
                path.append(name)
                name = self._out[name][0].target
            below = depth.get(name, 0)
            for each in reversed(path):
                below = 0 if below >= _LONGEST_ROW else below + 1
                depth[each] = below
                far |= {each} if below == 0 else set()
        return far
