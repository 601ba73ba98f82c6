"""The diagram part of drawings that tests write by hand."""

from collections.abc import Mapping

#: Element -> x, y, width, height.
Shapes = Mapping[str, tuple[int, int, int, int]]
#: Arrow -> the points that it goes through.
Arrows = Mapping[str, tuple[tuple[int, int], ...]]


def shown(shapes: Shapes, arrows: Arrows) -> str:
    """Return shapes and lines; sub-processes are open."""
    boxes = (
        f'<bpmndi:BPMNShape id="{name}_di" bpmnElement="{name}" isExpanded="true">'
        f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/></bpmndi:BPMNShape>'
        for name, (x, y, width, height) in shapes.items()
    )
    lines = (
        f'<bpmndi:BPMNEdge id="{name}_di" bpmnElement="{name}">'
        + "".join(f'<di:waypoint x="{x}" y="{y}"/>' for x, y in points)
        + "</bpmndi:BPMNEdge>"
        for name, points in arrows.items()
    )
    return "".join([*boxes, *lines])


def diagram(process: str, shapes: Shapes, arrows: Arrows) -> str:
    """Return the whole diagram part of a process."""
    plane = f'<bpmndi:BPMNPlane id="plane" bpmnElement="{process}">{shown(shapes, arrows)}'
    return f'<bpmndi:BPMNDiagram id="diagram">{plane}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>'
