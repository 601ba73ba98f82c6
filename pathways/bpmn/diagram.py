"""The diagram part: where each element is drawn."""

import math
from collections.abc import Container, Iterator

from lxml.etree import _Element as Element

from pathways.bpmn.document import Document
from pathways.bpmn.names import BPMNDI, DC, DI, identity, ref
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Bounds, Edge, Shape

#: Farther out than this nobody can scroll, in pixels.
FARTHEST = 1_000_000.0

_PLANE = f"{{{BPMNDI}}}BPMNPlane"
_SHAPE = f"{{{BPMNDI}}}BPMNShape"
_EDGE = f"{{{BPMNDI}}}BPMNEdge"
_LABEL = f"{{{BPMNDI}}}BPMNLabel"
_BOUNDS = f"{{{DC}}}Bounds"
_WAYPOINT = f"{{{DI}}}waypoint"


def read_shapes(document: Document, known: Container[str], notebook: Notebook) -> dict[str, Shape]:
    """Return the shapes of known elements, by element id; the first of several wins."""
    shapes: dict[str, Shape] = {}
    for drawn, element in _drawn(document, _SHAPE, known):
        bounds = _bounds(drawn.find(_BOUNDS))
        if bounds is None:
            _note_bad(drawn, element, notebook)
        elif element not in shapes:
            shapes[element] = Shape(
                element=element,
                bounds=bounds,
                label=_label(drawn),
                horizontal=drawn.get("isHorizontal", "true").strip() not in {"false", "0"},
            )
    return shapes


def read_edges(document: Document, known: Container[str], notebook: Notebook) -> dict[str, Edge]:
    """Return the lines of known flows, by flow id; the first of several wins."""
    edges: dict[str, Edge] = {}
    for drawn, element in _drawn(document, _EDGE, known):
        points = tuple(_point(point) for point in drawn.iterchildren(_WAYPOINT))
        whole = [point for point in points if point is not None]
        if len(whole) != len(points) or len(points) < 2:  # noqa: PLR2004 - a line has two ends
            _note_bad(drawn, element, notebook)
        elif element not in edges:
            edges[element] = Edge(element=element, points=tuple(whole), label=_label(drawn))
    return edges


def _drawn(document: Document, tag: str, known: Container[str]) -> Iterator[tuple[Element, str]]:
    plane = _plane(document)
    for drawn in () if plane is None else plane.iterchildren(tag):
        element = ref(drawn.get("bpmnElement"), known)
        if element in known:
            yield drawn, element


def _plane(document: Document) -> Element | None:
    """The plane of the whole pathway: folded sub-processes have planes of their own."""
    planes = list(document.root.iter(_PLANE))
    whole = {identity(document.process)}
    if document.pool is not None:
        collaboration = document.pool.getparent()
        whole |= {identity(collaboration)} if collaboration is not None else set()
    return next(
        (plane for plane in planes if ref(plane.get("bpmnElement"), whole) in whole),
        next(iter(planes), None),
    )


def _note_bad(drawn: Element, element: str, notebook: Notebook) -> None:
    notebook.note_at(
        "bad_shape",
        f"The picture of “{element}” has no place that can be drawn (its numbers are missing or "
        "wrong). Move it a little in a BPMN editor and save the file again.",
        element=element,
        line=drawn.sourceline,
    )


def _label(drawn: Element) -> Bounds | None:
    label = drawn.find(_LABEL)
    return None if label is None else _bounds(label.find(_BOUNDS))


def _bounds(element: Element | None) -> Bounds | None:
    if element is None:
        return None
    numbers = [_number(element.get(name)) for name in ("x", "y", "width", "height")]
    x, y, width, height = numbers
    if x is None or y is None or width is None or height is None or width < 0 or height < 0:
        return None
    return Bounds(x=x, y=y, width=width, height=height)


def _point(element: Element) -> tuple[float, float] | None:
    x, y = _number(element.get("x")), _number(element.get("y"))
    return None if x is None or y is None else (x, y)


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) <= FARTHEST else None
