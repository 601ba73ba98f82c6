"""Draws each element where its shape is, with its name, and remembers how much room it takes."""

from collections.abc import Container
from dataclasses import dataclass

from pathways.drawing.bands import lane_body, pool_body
from pathways.drawing.beside import artifact_body, note_bottom
from pathways.drawing.choices import choice_body
from pathways.drawing.events import event_body
from pathways.drawing.extent import Extent
from pathways.drawing.labels import label
from pathways.drawing.names import Names
from pathways.drawing.paths import Point
from pathways.drawing.places import placed
from pathways.drawing.steps import start_icon, step_body, task_icon
from pathways.drawing.svg import Body, moved
from pathways.model.drawing import Artifact, ArtifactKind, Lane, Pool
from pathways.model.geometry import Bounds, Shape
from pathways.model.looks import Looks
from pathways.model.node import Choice, Event, Node, Step

#: From the bottom of a shape, or the top of a frame, to the middle of its name's first line.
_NAME_AWAY = 10.0
#: Half of the widest border.
_BORDER = 2.5


@dataclass(frozen=True, slots=True)
class Band:
    """A pool or a lane, and its name, which may be larger and is drawn after the other bands."""

    svg: str
    name: str


class Brush:
    """Draws the shapes of one picture."""

    def __init__(
        self, names: Names, looks: Looks, extent: Extent, linked: Container[str] = frozenset()
    ) -> None:
        """Begin with an empty sheet.

        Args:
            names: What is written.
            looks: What else the file says about its picture.
            extent: Grows with what is drawn.
            linked: Nodes that lead to their words; they can be seen to be links.
        """
        self._linked = linked
        self._names = names
        self._looks = looks
        self._extent = extent

    def pool(self, pool: Pool, shape: Shape) -> Band:
        """Return a pool."""
        at = self._room(shape)
        name = self._names.written(pool.id, pool.name)
        body = pool_body(pool, name, (at.width, at.height), horizontal=shape.horizontal)
        return self._band("pool", at, body)

    def lane(self, lane: Lane, shape: Shape, tint: int) -> Band:
        """Return a lane; `tint` is its place among the outermost lanes, or -1 in another one."""
        at = self._room(shape)
        name = self._names.written(lane.id, lane.name)
        body = lane_body(name, tint, (at.width, at.height), horizontal=shape.horizontal)
        return self._band("lane", at, body)

    def step(self, step: Step, shape: Shape, *, open_: bool, start: Event | None) -> str:
        """Return a step.

        Args:
            step: What is drawn.
            shape: Where.
            open_: Whether the steps inside of it are drawn in it.
            start: Only for a folded sub-process by an event: what starts it.
        """
        at = self._room(shape)
        if start is not None:
            icon = start_icon(start)
        else:
            icon = task_icon(step, begins=step.id in self._looks.beginning)
        name = self._names.written(step.id, step.name)
        body = step_body(step, name, (at.width, at.height), open_=open_, icon=icon)
        x, y, width, height = body.room
        self._extent.add(at.x + x, at.y + y, width, height)
        css = f"step {_css(step.kind.name)}"
        return moved(self._seen(css, step), at.x, at.y, body.svg + body.written)

    def node(self, node: Node, shape: Shape) -> str:
        """Return a choice or an event, with its name beside it."""
        at = self._room(shape)
        if isinstance(node, Choice):
            body = choice_body(node, at.width, at.height, marked=shape.marked)
            css = f"choice {_css(node.kind.name)}"
        elif isinstance(node, Event):
            body = event_body(node, at.width, at.height)
            css = f"event {_css(node.position.name)}"
        else:
            return ""
        drawn = moved(self._seen(css, node), at.x, at.y, body)
        return drawn + self._below(node.id, node.name, shape, at)

    def artifact(self, artifact: Artifact, shape: Shape) -> str:
        """Return a note, a frame or data, with its name beside it."""
        at = self._room(shape)
        name = self._names.written(artifact.id, artifact.name)
        body = artifact_body(artifact, name, at.width, at.height)
        drawn = moved(_css(artifact.kind.name), at.x, at.y, body)
        if artifact.kind is ArtifactKind.ANNOTATION:
            self._extent.add(at.x, at.y, at.width, note_bottom(name, at.width))
            return drawn
        if artifact.id in self._looks.borrowed:
            return drawn
        if artifact.kind is ArtifactKind.GROUP:
            middle = (at.x + at.width / 2, at.y + _NAME_AWAY)
            return drawn + self.beside("label", artifact.id, artifact.name, shape.label, middle)
        return drawn + self._below(artifact.id, artifact.name, shape, at)

    def beside(
        self, css: str, element_id: str, name: str, drawn: Bounds | None, middle: Point
    ) -> str:
        """Return a name beside its shape or line; nothing where it has none."""
        said = self._names.written(element_id, name)
        if not said:
            return ""
        made = label(css, said, drawn, middle)
        self._extent.add(*made.room)
        return made.svg

    def _seen(self, css: str, node: Node) -> str:
        return f"{css} linked" if node.id in self._linked else css

    def _below(self, element_id: str, name: str, shape: Shape, at: Bounds) -> str:
        middle = (at.x + at.width / 2, at.y + at.height + _NAME_AWAY)
        return self.beside("label", element_id, name, shape.label, middle)

    def _band(self, css: str, at: Bounds, body: Body) -> Band:
        x, y, width, height = body.room
        self._extent.add(at.x + x, at.y + y, width, height)
        name = moved(f"{css}-name", at.x, at.y, body.written) if body.written else ""
        return Band(moved(css, at.x, at.y, body.svg), name)

    def _room(self, shape: Shape) -> Bounds:
        at = placed(shape.bounds)
        self._extent.add(
            at.x - _BORDER, at.y - _BORDER, at.width + 2 * _BORDER, at.height + 2 * _BORDER
        )
        return at


def _css(name: str) -> str:
    return name.lower().replace("_", "-")
