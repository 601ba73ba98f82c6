"""A sheet to draw on: BPMN elements, and where each of them is."""

import re
from dataclasses import dataclass, field

_SPACES = (
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
)
_ID = re.compile('id="([^"]+)"')

#: Left, top, width, height.
At = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass
class Paper:
    """Collects the elements of one process, and where they are drawn."""

    elements: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def shape(self, xml: str, at: At, more: str = "", label: At | None = None) -> None:
        """Draw an element.

        Args:
            xml: The element; its id is the first one in it.
            at: Where.
            more: Attributes of its shape.
            label: Where its name is.
        """
        self.elements.append(xml)
        self.place(_id(xml), at, more, label)

    def place(self, name: str, at: At, more: str = "", label: At | None = None) -> None:
        """Say where an element is drawn that is written elsewhere."""
        inside = _bounds(at)
        if label is not None:
            inside += f"<bpmndi:BPMNLabel>{_bounds(label)}</bpmndi:BPMNLabel>"
        shape = f'<bpmndi:BPMNShape bpmnElement="{name}" {more}>{inside}</bpmndi:BPMNShape>'
        self.pictures.append(shape)

    def edge(self, xml: str, *points: Point) -> None:
        """Draw a line."""
        self.elements.append(xml)
        self.line(_id(xml), *points)

    def line(self, name: str, *points: Point, more: str = "") -> None:
        """Say where a line is drawn that is written elsewhere."""
        way = "".join(f'<di:waypoint x="{x}" y="{y}"/>' for x, y in points)
        edge = f'<bpmndi:BPMNEdge bpmnElement="{name}" {more}>{way}</bpmndi:BPMNEdge>'
        self.pictures.append(edge)

    def file(self, before: str = "", plane: str = "p", other_planes: str = "") -> bytes:
        """Return a BPMN file with one process, `p`.

        Args:
            before: What stands before the process.
            plane: What the picture shows.
            other_planes: More pictures.
        """
        process = f'<process id="p" name="Gallery">{"".join(self.elements)}</process>'
        diagrams = f"{self.diagram(plane)}{other_planes}"
        start = f'<definitions {_SPACES} id="file" targetNamespace="urn:test">'
        return f"{start}{before}{process}{diagrams}</definitions>".encode()

    def diagram(self, plane: str) -> str:
        """Return the diagram part."""
        shown = f'<bpmndi:BPMNPlane bpmnElement="{plane}">{"".join(self.pictures)}'
        return f"<bpmndi:BPMNDiagram>{shown}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"


def _id(xml: str) -> str:
    found = _ID.search(xml)
    assert found is not None
    return found[1]


def _bounds(at: At) -> str:
    x, y, width, height = at
    return f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
