"""The whole picture: bands, arrows, shapes in reading order, names for screen readers."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from lxml import etree
from lxml.etree import _Element as Element

from pathways.drawing.edges import draw_edge, draw_edge_label
from pathways.drawing.lanes import draw_lanes
from pathways.drawing.mark import Mark
from pathways.drawing.marks import draw_mark
from pathways.drawing.nodes import draw_node
from pathways.drawing.svg import add, add_rect, element, number
from pathways.model.drawing import Bounds, Choice, Drawing, Node, Step
from pathways.words.catalogue import ENGLISH, Catalogue

#: The stylesheet of inline pictures; a page that shows one has to load it.
STYLESHEET = files("pathways.drawing").joinpath("picture.css").read_text("utf-8")

_NO_MARKS: Mapping[str, Mark] = {}
_MARGIN = 14.0


def picture(
    drawing: Drawing,
    *,
    anchors: Mapping[str, str],
    marks: Mapping[str, Mark] = _NO_MARKS,
    name: str = "picture",
    say: Catalogue = ENGLISH,
) -> str:
    """Return the picture as SVG to be put inline into a page that has the stylesheet.

    It holds no style and no script. Each shape that has an anchor is a link to it, in the order of
    `anchors`; arrows, bands and mere merges are left to the eye, because the words say them.

    Args:
        drawing: What is drawn; elements without a place in its diagram part are left out.
        anchors: Node id -> id of the element of the page that tells of it, in reading order.
        marks: Node id -> what is said about it.
        name: Begins the ids of the picture's title and description; unique on its page.
        say: The language.
    """
    return _text(_Picture(drawing, marks, say).svg(anchors, name))


def standalone(
    drawing: Drawing,
    *,
    marks: Mapping[str, Mark] = _NO_MARKS,
    name: str = "picture",
    say: Catalogue = ENGLISH,
) -> str:
    """Return the picture as an SVG file of its own: no links, its own stylesheet, on white."""
    svg = _Picture(drawing, marks, say).svg({}, name)
    svg.set("class", "fp-picture fp-standalone")
    x, y, width, height = (float(each) for each in svg.get("viewBox", "0 0 1 1").split())
    svg.insert(2, element("rect", "paper", x=x, y=y, width=width, height=height))
    style = element("style")
    style.text = STYLESHEET
    svg.insert(2, style)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _text(svg)


def _text(svg: Element) -> str:
    return etree.tostring(svg, encoding="unicode")


class _Picture:
    """The state of drawing one picture."""

    def __init__(self, drawing: Drawing, marks: Mapping[str, Mark], say: Catalogue) -> None:
        self._drawing = drawing
        self._marks = marks
        self._say = say
        self._rooms: list[Bounds] = [shape.bounds for shape in drawing.shapes.values()]
        for edge in drawing.edges.values():
            self._rooms += [Bounds(x=x, y=y, width=0, height=0) for x, y in edge.points]
        self._open = {
            node.inside
            for node in drawing.nodes.values()
            if node.id in drawing.shapes and node.inside
        }

    def svg(self, anchors: Mapping[str, str], name: str) -> Element:
        """Return the picture with its title, description and size."""
        root = element("svg", "picture", xmlns="http://www.w3.org/2000/svg", role="group")
        root.set("aria-labelledby", f"{name}-title")
        root.set("aria-describedby", f"{name}-desc")
        add(root, "title", id=f"{name}-title").text = self._say.picture_title(self._drawing.name)
        add(root, "desc", id=f"{name}-desc").text = self._say.picture_description
        self._background(add(root, "g", "background", aria_hidden="true"), anchors)
        for node in self._in_reading_order(anchors):
            self._linked(root, node, anchors[node.id])
        self._measure(root)
        return root

    def _background(self, group: Element, anchors: Mapping[str, str]) -> None:
        """Everything that is no link: bands, folders, arrows, mere merges, answers on arrows."""
        draw_lanes(group, self._drawing)
        for node_id in self._drawing.nodes:
            if node_id in self._open:
                self._folder(group, self._drawing.nodes[node_id])
        flows = [flow for flow in self._drawing.flows.values() if flow.id in self._drawing.edges]
        for flow in flows:
            source = self._drawing.nodes.get(flow.source)
            otherwise = isinstance(source, Choice) and source.default == flow.id
            draw_edge(group, self._drawing.edges[flow.id], otherwise=otherwise)
        for node in self._drawing.nodes.values():
            if node.id not in anchors and node.id in self._drawing.shapes:
                self._node(add(group, "g", "node"), node)
        for flow in flows:
            room = draw_edge_label(group, flow, self._drawing.edges[flow.id])
            self._rooms += [room] if room else []

    def _in_reading_order(self, anchors: Mapping[str, str]) -> Iterator[Node]:
        for node_id in anchors:
            if node_id in self._drawing.nodes and node_id in self._drawing.shapes:
                yield self._drawing.nodes[node_id]

    def _linked(self, root: Element, node: Node, anchor: str) -> None:
        link = add(root, "a", "link", href=f"#{anchor}")
        add(link, "title").text = self._title(node)
        self._node(link, node)

    def _title(self, node: Node) -> str:
        lane = self._drawing.lanes.get(node.lane or "")
        kind = self._say.kind(node)
        named = f"{kind.short}: {node.name}" if node.name else kind.unnamed
        placed = f"{named}, {lane.name or lane.id}" if lane is not None else named
        mark = self._marks.get(node.id)
        return placed if mark is None else f"{placed}. {mark.value}."

    def _node(self, parent: Element, node: Node) -> None:
        shape = self._drawing.shapes[node.id]
        self._rooms.append(draw_node(parent, node, shape, open_=node.id in self._open))
        mark = self._marks.get(node.id)
        if mark is not None:
            step = isinstance(node, Step)
            below = not step and shape.label is not None and shape.label.y < shape.bounds.y
            self._rooms.append(draw_mark(parent, mark, shape.bounds, round_=not step, below=below))

    def _folder(self, parent: Element, node: Node) -> None:
        shape = self._drawing.shapes.get(node.id)
        if shape is not None:
            add_rect(parent, "folder", shape.bounds, rx=10)

    def _measure(self, root: Element) -> None:
        left = min((room.x for room in self._rooms), default=0) - _MARGIN
        top = min((room.y for room in self._rooms), default=0) - _MARGIN
        right = max((room.x + room.width for room in self._rooms), default=0) + _MARGIN
        bottom = max((room.y + room.height for room in self._rooms), default=0) + _MARGIN
        size = (right - left, bottom - top)
        root.set("viewBox", " ".join(number(each) for each in (left, top, *size)))
        root.set("width", number(size[0]))
        root.set("height", number(size[1]))
