"""Draws each line along its way points, with its name."""

from pathways.drawing.brush import Brush
from pathways.drawing.edges import association_body, envelope, flow_body, message_body
from pathways.drawing.extent import Extent
from pathways.drawing.lines import halfway, name_place
from pathways.drawing.paths import Point
from pathways.model.drawing import Association, Drawing, Flow, MessageFlow
from pathways.model.geometry import Edge
from pathways.model.node import Choice, Step

#: How far heads and corners of a line are from it.
_HEAD = 6.0
#: How much room an envelope and its name take around their middle.
_ENVELOPE = (-12.0, -8.0, 24.0, 34.0)


class Pen:
    """Draws the lines of one picture."""

    def __init__(self, drawing: Drawing, brush: Brush, extent: Extent) -> None:
        self._drawing = drawing
        self._brush = brush
        self._extent = extent

    def flow(self, flow: Flow, edge: Edge) -> str:
        """Return the arrow of a sequence flow."""
        self._make_room(edge.points)
        source = self._drawing.nodes.get(flow.source)
        default = source.default if isinstance(source, Choice | Step) else None
        body = flow_body(
            edge.points,
            conditional=isinstance(source, Step) and flow.id in self._drawing.looks.conditional,
            otherwise=default == flow.id,
        )
        return body + self._name("label answer", flow.id, flow.name, edge)

    def message(self, message: MessageFlow, edge: Edge) -> str:
        """Return the line of a message flow."""
        self._make_room(edge.points)
        looks = self._drawing.looks
        body = message_body(edge.points)
        if message.id in looks.envelopes:
            x, y = halfway(edge.points)
            self._extent.add(x + _ENVELOPE[0], y + _ENVELOPE[1], *_ENVELOPE[2:])
            answer = edge.envelope == "non_initiating"
            body += envelope(looks.envelopes[message.id], edge.points, answer=answer)
        if message.id in looks.borrowed:
            return body
        return body + self._name("label", message.id, message.name, edge)

    def association(self, association: Association, edge: Edge) -> str:
        """Return the dotted line of an association."""
        self._make_room(edge.points)
        return association_body(association, edge.points)

    def _name(self, css: str, element_id: str, name: str, edge: Edge) -> str:
        return self._brush.beside(css, element_id, name, edge.label, name_place(edge.points))

    def _make_room(self, points: tuple[Point, ...]) -> None:
        for x, y in points:
            self._extent.add(x - _HEAD, y - _HEAD, 2 * _HEAD, 2 * _HEAD)
