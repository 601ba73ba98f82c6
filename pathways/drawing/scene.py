"""Everything that one plane shows, drawn."""

from pathways.drawing.brush import Brush
from pathways.drawing.contents import Contents, Drawn, Placed
from pathways.drawing.pen import Pen
from pathways.model.drawing import Artifact, Flow, Lane, MessageFlow, Pool
from pathways.model.geometry import Plane
from pathways.model.node import Event, EventPosition, Step


class Scene:
    """Draws what one plane shows."""

    def __init__(self, plane: Plane, contents: Contents, brush: Brush, pen: Pen) -> None:
        self._plane = plane
        self._contents = contents
        self._brush = brush
        self._pen = pen
        #: How many of the outermost lanes are drawn so far.
        self._lanes = 0

    def svg(self) -> str:
        """Return everything in the order in which it is drawn."""
        for each in self._contents.shapes:
            self._draw_shape(each)
        for line in self._contents.lines:
            line.layer.lines.append(self._line(line))
        return self._contents.root.svg()

    def _draw_shape(self, placed: Placed) -> None:
        element, layer = placed.element, placed.layer
        shape = self._plane.shapes[element.id]
        if isinstance(element, Pool):
            layer.add_band(self._brush.pool(element, shape))
        elif isinstance(element, Lane):
            layer.add_band(self._brush.lane(element, shape, self._tint(element)))
        elif isinstance(element, Artifact):
            layer.nodes.append(self._brush.artifact(element, shape))
        elif isinstance(element, Step):
            self._draw_step(element, placed)
        elif isinstance(element, Event) and element.position is EventPosition.BOUNDARY:
            layer.on_edges.append(self._brush.node(element, shape))
        else:
            layer.nodes.append(self._brush.node(element, shape))

    def _draw_step(self, step: Step, placed: Placed) -> None:
        folded = placed.inner is None and step.holds_steps and step.by_event
        starts = self._contents.starts_of(step) if folded else []
        start = starts[0] if len(starts) == 1 else None
        shape, open_ = self._plane.shapes[step.id], placed.inner is not None
        placed.layer.nodes.append(self._brush.step(step, shape, open_=open_, start=start))
        if placed.inner is not None:
            placed.layer.nodes.append(placed.inner)

    def _tint(self, lane: Lane) -> int:
        if lane.inside in self._contents.shown:
            return -1
        self._lanes += 1
        return self._lanes - 1

    def _line(self, drawn: Drawn) -> str:
        if isinstance(drawn.line, Flow):
            return self._pen.flow(drawn.line, drawn.edge)
        if isinstance(drawn.line, MessageFlow):
            return self._pen.message(drawn.line, drawn.edge)
        return self._pen.association(drawn.line, drawn.edge)
