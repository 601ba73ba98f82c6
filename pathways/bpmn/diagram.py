"""The diagram part: where each element is drawn, one plane for each picture of the file."""

import math
from collections.abc import Collection, Iterator
from types import MappingProxyType

from lxml.etree import _Element as Element

from pathways.bpmn.document import Document
from pathways.bpmn.identities import Sort
from pathways.bpmn.names import BPMNDI, DC, DI, is_true, name_of
from pathways.bpmn.notebook import Notebook
from pathways.model.finding import Severity
from pathways.model.geometry import Bounds, Edge, Plane, Shape
from pathways.model.spoken import shortened

#: Farther out than this nobody can scroll, in pixels.
FARTHEST = 1_000_000.0

_DIAGRAM = f"{{{BPMNDI}}}BPMNDiagram"
_PLANE = f"{{{BPMNDI}}}BPMNPlane"
_SHAPE = f"{{{BPMNDI}}}BPMNShape"
_EDGE = f"{{{BPMNDI}}}BPMNEdge"
_LABEL = f"{{{BPMNDI}}}BPMNLabel"
_BOUNDS = f"{{{DC}}}Bounds"
_WAYPOINT = f"{{{DI}}}waypoint"


def read_planes(
    document: Document, known: Collection[str], notebook: Notebook
) -> tuple[Plane, ...]:
    """Return the pictures of a file that show something, the one of the whole first.

    Args:
        document: The file.
        known: Ids of what can be drawn.
        notebook: Where findings go about elements whose place cannot be read.
    """
    planes = []
    for diagram in document.root.iterchildren(_DIAGRAM):
        for element in diagram.iterchildren(_PLANE):
            plane = _PlaneReader(document, known, notebook).read(diagram, element)
            planes += [plane] if plane.shapes or plane.edges else []
    whole = _wholes(document)
    planes.sort(key=lambda plane: plane.element not in whole)
    return tuple(planes)


def _wholes(document: Document) -> set[str]:
    """Ids of what a picture of the whole shows: sub-processes may have planes of their own."""
    tops = (*document.collaborations, *document.processes)
    return {document.identities.of(element) for element in tops}


class _PlaneReader:
    """Reads one plane; the first of several shapes of an element wins."""

    def __init__(self, document: Document, known: Collection[str], notebook: Notebook) -> None:
        self._document = document
        self._known = known
        self._notebook = notebook

    def read(self, diagram: Element, plane: Element) -> Plane:
        return Plane(
            element=self._id(plane.get("bpmnElement")),
            name=name_of(diagram),
            shapes=MappingProxyType(self._shapes(plane)),
            edges=MappingProxyType(self._edges(plane)),
        )

    def _shapes(self, plane: Element) -> dict[str, Shape]:
        shapes: dict[str, Shape] = {}
        for drawn, element in self._drawn(plane, _SHAPE, Sort.NODE):
            bounds = _bounds(drawn.find(_BOUNDS))
            if bounds is None:
                self._note_bad(drawn, element)
            elif element not in shapes:
                shapes[element] = _shape(drawn, element, bounds)
        return shapes

    def _edges(self, plane: Element) -> dict[str, Edge]:
        edges: dict[str, Edge] = {}
        for drawn, element in self._drawn(plane, _EDGE, Sort.FLOW):
            points = tuple(_point(point) for point in drawn.iterchildren(_WAYPOINT))
            whole = tuple(point for point in points if point is not None)
            if len(whole) != len(points) or len(points) < 2:  # noqa: PLR2004 - a line has two ends
                self._note_bad(drawn, element)
            elif element not in edges:
                edges[element] = Edge(
                    element=element,
                    points=whole,
                    label=_label(drawn),
                    envelope=drawn.get("messageVisibleKind", "").strip(),
                )
        return edges

    def _drawn(self, plane: Element, tag: str, sort: Sort) -> Iterator[tuple[Element, str]]:
        """Yield (shape or line, id of the element that it draws) for what is in the drawing."""
        for drawn in plane.iterchildren(tag):
            element = self._id(drawn.get("bpmnElement"), sort)
            if element in self._known:
                yield drawn, element

    def _id(self, reference: str | None, sort: Sort | None = None) -> str:
        element = self._document.identities.named(reference, sort)
        return "" if element is None else self._document.identities.of(element)

    def _note_bad(self, drawn: Element, element: str) -> None:
        self._notebook.note_at(
            "bad_shape",
            f"The picture of “{shortened(element)}” has no place that can be drawn (its numbers "
            "are missing or wrong). Move it a little in a BPMN editor and save the file again.",
            element=element,
            line=drawn.sourceline,
            severity=Severity.WARNING,
        )


def _shape(drawn: Element, element: str, bounds: Bounds) -> Shape:
    silent = drawn.get("isExpanded") is None
    return Shape(
        element=element,
        bounds=bounds,
        label=_label(drawn),
        horizontal=is_true(drawn, "isHorizontal", otherwise=True),
        expanded=None if silent else is_true(drawn, "isExpanded"),
        marked=is_true(drawn, "isMarkerVisible"),
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
