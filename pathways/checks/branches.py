"""Ways that are taken at the same time, followed until they come together."""

from collections.abc import Iterator

from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, ChoiceKind

#: Arrows that are followed in one drawing; a drawing that needs more is looked at in part.
_MOST_MOVES = 200_000
_JOINS = frozenset({ChoiceKind.PARALLEL, ChoiceKind.INCLUSIVE, ChoiceKind.COMPLEX})


class Branches:
    """Follows ways through one drawing, with one allowance for all of them together."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._moves = 0

    def meetings(self, origin: str, ways: tuple[tuple[Flow, ...], ...]) -> Iterator[str]:
        """Yield the nodes at which ways come together without waiting for each other.

        All ways are followed at once, step by step, and no farther than where they meet: what
        comes after has been met already.

        Args:
            origin: Id of the node at which the ways part; they are not followed through it again.
            ways: For each way, the arrows that it begins with.
        """
        walk = _Walk(self._drawing, origin)
        moves = [(number, flow) for number, way in enumerate(ways) for flow in way]
        while moves and self._moves < _MOST_MOVES:
            self._moves += len(moves)
            yield from walk.meetings(moves)
            moves = list(walk.onwards(moves))


#: A way, by its number, comes along an arrow.
_Move = tuple[int, Flow]


class _Walk:
    """Who has come where, by which arrow."""

    def __init__(self, drawing: Drawing, origin: str) -> None:
        self._drawing = drawing
        self._origin = origin
        #: Node -> arrow -> the ways that came along it.
        self._came: dict[str, dict[str, set[int]]] = {}
        #: Way and node -> how many of the node's arrows it came along.
        self._arrived: dict[tuple[int, str], int] = {}
        self._met: set[str] = set()
        #: Ways that went on past a place before another way met them there.
        self._stopped: set[int] = set()

    def meetings(self, moves: list[_Move]) -> Iterator[str]:
        """Take one step with all ways; yield where they meet."""
        nodes = dict.fromkeys(flow.target for _, flow in moves)
        before = {node: self._ways_at(node) for node in nodes}
        for number, flow in moves:
            self._came.setdefault(flow.target, {}).setdefault(flow.id, set()).add(number)
        for node in nodes:
            by_flow = list(self._came[node].values())
            differ = any(each != by_flow[0] for each in by_flow)
            if differ and node not in self._met and not self._waits(node):
                self._met.add(node)
                self._stopped |= before[node]
                yield node

    def onwards(self, moves: list[_Move]) -> Iterator[_Move]:
        """Yield the next moves of all ways; a join is passed by who came along all its arrows."""
        for number, flow in moves:
            node = flow.target
            if number in self._stopped or node in self._met or node == self._origin:
                continue
            arrived = self._arrived[number, node] = self._arrived.get((number, node), 0) + 1
            if arrived == (len(self._drawing.incoming(node)) if self._waits(node) else 1):
                yield from ((number, each) for each in self._arrows_out(node))

    def _ways_at(self, node: str) -> set[int]:
        return {number for ways in self._came.get(node, {}).values() for number in ways}

    def _arrows_out(self, node: str) -> Iterator[Flow]:
        yield from self._drawing.outgoing(node)
        for edge in self._drawing.boundaries(node):
            yield from self._drawing.outgoing(edge.id)

    def _waits(self, node: str) -> bool:
        found = self._drawing.nodes[node]
        return isinstance(found, Choice) and found.kind in _JOINS
