"""The whole picture: what a plane shows, links in reading order, names for screen readers."""

from collections.abc import Container, Mapping

from pathways.drawing.brush import Brush
from pathways.drawing.contents import Contents
from pathways.drawing.extent import Extent
from pathways.drawing.names import Names
from pathways.drawing.overlay import Marks, Overlay, Subject
from pathways.drawing.pen import Pen
from pathways.drawing.scene import Scene
from pathways.drawing.stylesheet import ALONE
from pathways.drawing.svg import escaped, number, rect
from pathways.model.drawing import Drawing
from pathways.model.geometry import Plane
from pathways.model.spoken import shortened
from pathways.words.catalogue import ENGLISH, Catalogue

_NO_MARKS: Marks = {}
_NO_ANCHORS: Mapping[str, str] = {}
_MARGIN = 14.0
#: Letters of a description.
_LONGEST = 1_000
_EMPTY = Plane(element="", name="", shapes={}, edges={})


def picture(
    drawing: Drawing,
    *,
    anchors: Mapping[str, str],
    marks: Marks = _NO_MARKS,
    name: str = "picture",
    say: Catalogue = ENGLISH,
    plane: int = 0,
) -> str:
    """Return the picture as SVG to be put inline into a page that has the stylesheet.

    It holds no style and no script. Each shape that is shown and has an anchor is a link to it, in
    the order of `anchors`; all else is left to the eye, because the words say it. The picture shows
    what BPMN editors show (see `pathways.drawing.contents`), in the coordinates of the drawing.

    Args:
        drawing: What is drawn; elements without a place in its diagram part are left out.
        anchors: Node id -> id of the element of the page that tells of it, in reading order.
        marks: Element id -> what is said about it, one thing or several.
        name: Begins the ids of the picture's title and description; unique on its page.
        say: The language. What has a name of its own in it is called by that.
        plane: Which of the drawing's planes; 0 is the whole.

    Raises:
        IndexError: If the drawing has no such plane.
    """
    return _Picture(drawing, plane, say).svg(name, anchors, marks)


def standalone(
    drawing: Drawing,
    *,
    marks: Marks = _NO_MARKS,
    name: str = "picture",
    say: Catalogue = ENGLISH,
    plane: int = 0,
) -> str:
    """Return the picture as an SVG file of its own: no links, its own stylesheet and paper.

    The arguments are those of `picture`.

    Raises:
        IndexError: If the drawing has no such plane.
    """
    svg = _Picture(drawing, plane, say).svg(name, _NO_ANCHORS, marks, alone=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}'


class _Picture:
    """One picture while it is drawn."""

    def __init__(self, drawing: Drawing, plane: int, say: Catalogue) -> None:
        self._drawing = drawing
        self._plane = drawing.planes[plane] if drawing.planes or plane else _EMPTY
        self._say = say
        self._names = Names(drawing, say.language)
        self._contents = Contents(drawing, self._plane)
        self._extent = Extent()

    def svg(
        self, name: str, anchors: Mapping[str, str], marks: Marks, *, alone: bool = False
    ) -> str:
        """Return the picture.

        Args:
            name: Begins the ids of its title and description.
            anchors: Node id -> id of what tells of it, in reading order.
            marks: Element id -> what is said about it.
            alone: Whether it carries its stylesheet and its paper.
        """
        drawn = self._scene(anchors) + self._overlay(anchors, marks)
        room = self._extent.around(_MARGIN)
        box = (room.x, room.y, room.width, room.height)
        before = f"<style>{ALONE}</style>{rect('paper', box)}" if alone else ""
        css, role = ("fp-picture fp-standalone", "img") if alone else ("fp-picture", "group")
        told = self._told() if alone else self._say.picture_description
        own, sizes = escaped(name), [number(each) for each in box]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{css}" role="{role}" '
            f'aria-labelledby="{own}-title" aria-describedby="{own}-desc" '
            f'viewBox="{" ".join(sizes)}" width="{sizes[2]}" height="{sizes[3]}">'
            f'<title id="{own}-title">{escaped(self._say.picture_title(self._name()))}</title>'
            f'<desc id="{own}-desc">{escaped(told)}</desc>{before}{drawn}</svg>'
        )

    def _scene(self, linked: Container[str]) -> str:
        brush = Brush(self._names, self._drawing.looks, self._extent, linked)
        pen = Pen(self._drawing, brush, self._extent)
        scene = Scene(self._plane, self._contents, brush, pen).svg()
        return f'<g class="fp-scene" aria-hidden="true">{scene}</g>'

    def _overlay(self, anchors: Mapping[str, str], marks: Marks) -> str:
        subject = Subject(self._drawing, self._plane, self._contents)
        return Overlay(subject, marks, self._names, self._say, self._extent).links(anchors)

    def _told(self) -> str:
        """What is drawn: as the drawing documents it, or else the names of its parts."""
        if self._drawing.documentation:
            return shortened(self._drawing.documentation, _LONGEST)
        shown = (node for node in self._drawing.nodes.values() if node.id in self._contents.shown)
        names = (self._names.said(node.id, node.name) for node in shown)
        return shortened("; ".join(filter(None, names)), _LONGEST)

    def _name(self) -> str:
        """Of what is shown: the pathway, or the sub-process whose own plane this is."""
        node = self._drawing.nodes.get(self._plane.element)
        named = self._drawing if node is None else node
        return self._names.said(named.id, named.name)
