"""A join that waits for ways of which only one is ever taken."""

from collections.abc import Iterator, Mapping

from pathways.model.drawing import Drawing, Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Event, Node
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import called

#: How far a way is followed back; a choice farther away is not told.
_FARTHEST = 200
_ONE_WAY = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.EVENT_BASED})
#: Where a way parts -> which of its ways was taken.
_Taken = Mapping[str, str]
_STAYS = ""


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for choice in drawing.choices():
        ways_in = drawing.incoming(choice.id)
        if choice.kind is ChoiceKind.PARALLEL and len(ways_in) > 1:
            parted = _parted(ways_in, drawing)
            if parted is not None:
                message = (
                    f"{{it}} waits for all its ways in, and only one of two of them is ever taken, "
                    f"because they part at {called(drawing.nodes[parted])}. Draw an exclusive "
                    "gateway in its place."
                )
                yield about(choice, message)


def _parted(ways_in: tuple[Flow, ...], drawing: Drawing) -> str | None:
    """Return where two of the ways part so that only one of them is taken."""
    taken: dict[str, str] = {}
    for flow in ways_in:
        for place, way in _taken(flow, drawing).items():
            if taken.setdefault(place, way) != way:
                return place
    return None


def _taken(flow: Flow, drawing: Drawing) -> _Taken:
    """Return what must have been taken to come along an arrow, as far back as that is plain."""
    taken: dict[str, str] = {}
    place, way = flow.source, flow.id
    for _ in range(_FARTHEST):
        node = drawing.nodes[place]
        if place in taken:
            break
        taken |= _taken_at(node, way, drawing)
        before = drawing.incoming(place)
        if isinstance(node, Event) and node.attached_to:
            place, way = node.attached_to, place if node.interrupting else _STAYS
        elif len(before) == 1:
            place, way = before[0].source, before[0].id
        else:
            break
    return taken


def _taken_at(node: Node, way: str, drawing: Drawing) -> _Taken:
    """Return which of the ways that exclude each other is taken at a node, if any do."""
    if isinstance(node, Choice):
        return {node.id: way} if node.kind in _ONE_WAY else {}
    edges = [event for event in drawing.boundaries(node.id) if event.interrupting]
    if not edges or way == _STAYS:
        return {}
    return {node.id: way if any(edge.id == way for edge in edges) else "on"}


RULE = Rule(
    name="deadlock",
    severity=Severity.ERROR,
    title="A join waits only for ways that are all taken.",
    look=_look,
)
