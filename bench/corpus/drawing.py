"""Every diagram of a file gives a picture that is sound XML and whose links lead somewhere."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from bench.corpus.subject import Subject
from pathways.drawing import picture, standalone
from pathways.model.drawing import Drawing
from pathways.model.geometry import Plane
from pathways.model.node import Event, Node

NO_DIAGRAM = "no diagram part"


def drawn(subject: Subject) -> Iterator[str]:
    """Yield what is wrong with the pictures of a file."""
    planes = subject.drawing.planes
    if not planes:
        subject.row.ended["picture"] = NO_DIAGRAM
    for number in range(len(planes)):
        yield from (f"Picture {number + 1}: {problem}" for problem in _plane(subject, number))


def _plane(subject: Subject, number: int) -> Iterator[str]:
    anchors = subject.anchors

    def inline() -> str:
        return picture(subject.drawing, anchors=anchors, name=f"picture-{number}", plane=number)

    svg = _parsed(subject.row.timed("picture", inline) if number == 0 else inline())
    _parsed(standalone(subject.drawing, plane=number))
    yield from _wrong_links(svg, set(anchors.values()))
    linked = {link.get("href") for link in _links(svg)}
    for name in _shown(subject.drawing, subject.drawing.planes[number]):
        if name in anchors and f"#{anchors[name]}" not in linked:
            yield f"the shape of {name} is no link to its step"


def _shown(drawing: Drawing, plane: Plane) -> Iterator[str]:
    """Yield the nodes that a diagram shows, as BPMN editors do: its own, and not what is folded."""
    own = _own(drawing, plane)
    for name in sorted(plane.shapes.keys() & drawing.nodes.keys()):
        node = drawing.nodes[name]
        host = node.attached_to if isinstance(node, Event) else None
        around = list(_around(drawing, node))
        folded = any(each in plane.shapes and not plane.shapes[each].expanded for each in around)
        if (
            not folded
            and not own.isdisjoint({*around, node.process})
            and host in {None, *plane.shapes}
        ):
            yield name


def _own(drawing: Drawing, plane: Plane) -> set[str]:
    """Return the processes, or the sub-process, that a diagram is about."""
    if plane.element in drawing.processes or plane.element in drawing.nodes:
        return {plane.element}
    pools = {pool.process or "" for pool in drawing.pools.values()}
    lanes = {lane.process for lane in drawing.lanes.values()}
    return pools | lanes if pools else set(drawing.processes)


def _around(drawing: Drawing, node: Node) -> Iterator[str]:
    while node.inside is not None:
        yield node.inside
        node = drawing.nodes[node.inside]


def _wrong_links(svg: Element, anchors: set[str]) -> Iterator[str]:
    for link in _links(svg):
        href = link.get("href") or ""
        if href.removeprefix("#") not in anchors:
            yield f"a link leads to {href!r}, which is no anchor"
    ids = [str(name) for name in svg.xpath("//@id")]
    if len(ids) != len(set(ids)):
        yield "an id is there twice"


def _links(svg: Element) -> Iterator[Element]:
    return svg.iter("{http://www.w3.org/2000/svg}a")


def _parsed(svg: str) -> Element:
    return etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
