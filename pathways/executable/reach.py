"""What a case can come to, from the start of the main process into every part."""

from collections.abc import Collection, Mapping

from pathways.executable.running import called_process
from pathways.model.drawing import Drawing
from pathways.model.graph import reachable
from pathways.model.node import Event, EventPosition, Node, Step, StepKind
from pathways.model.ways import ways_on

_Beginnings = Mapping[str, tuple[str, ...]]


def reached(drawing: Drawing, *, but: Collection[str] = ()) -> frozenset[str]:
    """Return the ids of the nodes that a case can come to.

    What no arrow leads to by its nature (a sub-process that an event starts, a step that undoes
    another) is among them where a case comes to its process or sub-process.

    Args:
        drawing: What is drawn.
        but: Nodes that are taken to be not there.
    """
    begins = _beginnings(drawing)
    out = frozenset(but)
    graph = {
        name: tuple(each for each in nexts if each not in out)
        for name, nexts in _ways(drawing, begins).items()
    }
    return reachable(graph, [each for each in begins.get(drawing.id, ()) if each not in out])


def lost_with(drawing: Drawing, out: Collection[str]) -> frozenset[str]:
    """Return nodes that are left out, with all that a case can come to only through them."""
    return frozenset(out) | (reached(drawing) - reached(drawing, but=out))


def _ways(drawing: Drawing, begins: _Beginnings) -> Mapping[str, tuple[str, ...]]:
    """Return the ways on, those into what a step holds or calls included."""
    ways = dict(ways_on(drawing))
    for step in drawing.steps():
        inside = step.id if step.holds_steps else called_process(step, drawing)
        if inside is not None:
            ways[step.id] += begins.get(inside, ())
    return ways


def _beginnings(drawing: Drawing) -> _Beginnings:
    """Return process or sub-process id -> where tokens come into being in it."""
    found: dict[str, list[str]] = {}
    for node in drawing.nodes.values():
        if _begins(node, drawing):
            found.setdefault(node.scope, []).append(node.id)
    return {scope: tuple(names) for scope, names in found.items()}


def _begins(node: Node, drawing: Drawing) -> bool:
    if isinstance(node, Event):
        return node.position is EventPosition.START
    if isinstance(node, Step) and (node.by_event or node.compensates):
        return True
    around = drawing.nodes.get(node.inside or "")
    return isinstance(around, Step) and around.kind is StepKind.AD_HOC
