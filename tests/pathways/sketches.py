"""Drawings made on the spot: a few lines of BPMN, with a diagram part in one row."""

import re
from itertools import pairwise

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_NODES = "Task|task|Event|Gateway|callActivity|subProcess"
_DRAWING_SPACES = (
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
)
_SPACES = f'xmlns="{MODEL}" xmlns:fingerpost="urn:fingerpost:pathway" {_DRAWING_SPACES}'


def sketch(inside: str, *, before: str = "", after: str = "", drawn: bool = True) -> bytes:
    """Return a BPMN file with one process, `p`, that holds these elements (default namespace).

    Args:
        inside: What stands in the process.
        before: What stands before it in the file, e.g. messages.
        after: What stands after it, e.g. processes that it calls.
        drawn: Whether the elements inside get shapes and lines.
    """
    process = f'<process id="p" name="Sketch">\n{inside}\n</process>'
    diagram = _diagram(inside) if drawn else ""
    start = f'<definitions {_SPACES} id="file" targetNamespace="urn:test">'
    return f"{start}\n{before}{process}\n{after}{diagram}</definitions>".encode()


def flow(source: str, target: str, more: str = "") -> str:
    """Return a sequence flow whose id is `source_target`."""
    ends = f'sourceRef="{source}" targetRef="{target}"'
    return f'<sequenceFlow id="{source}_{target}" {ends}{more}/>'


def condition(source: str, target: str, feel: str) -> str:
    """Return a sequence flow with a condition."""
    inside = f"<conditionExpression>{feel}</conditionExpression>"
    return f"{flow(source, target)[:-2]}>{inside}</sequenceFlow>"


def way(*nodes: str) -> str:
    """Return flows from each node to the next."""
    return "".join(flow(one, other) for one, other in pairwise(nodes))


def simple(*tasks: str) -> bytes:
    """Return start, these elements in a row, and end."""
    ids = [re.findall(r'id="([^"]+)"', task)[0] for task in tasks]
    ends = ('<startEvent id="begin"/>', '<endEvent id="finish"/>')
    return sketch("".join([*ends, *tasks, way("begin", *ids, "finish")]))


def with_picture(xml: str) -> str:
    """Return a BPMN file (default namespace) with a diagram part in one row."""
    return xml.replace("</definitions>", f"{_diagram(xml)}</definitions>").replace(
        "<definitions ", f"<definitions {_DRAWING_SPACES} ", 1
    )


def _diagram(inside: str) -> str:
    nodes = re.findall(rf'<\w*(?:{_NODES})\w* [^>]*?\bid="([^"]+)"', inside)
    arrows = re.findall(r'<sequenceFlow [^>]*?\bid="([^"]+)"', inside)
    shapes = "".join(_shape(name, 150 * index) for index, name in enumerate(nodes))
    edges = "".join(_edge(name, 10 * index) for index, name in enumerate(arrows))
    plane = f'<bpmndi:BPMNPlane bpmnElement="p">{shapes}{edges}</bpmndi:BPMNPlane>'
    return f"<bpmndi:BPMNDiagram>{plane}</bpmndi:BPMNDiagram>"


def _shape(name: str, x: int) -> str:
    bounds = f'<dc:Bounds x="{x}" y="100" width="100" height="80"/>'
    return f'<bpmndi:BPMNShape bpmnElement="{name}">{bounds}</bpmndi:BPMNShape>'


def _edge(name: str, x: int) -> str:
    points = f'<di:waypoint x="{x}" y="1"/><di:waypoint x="{x + 90}" y="1"/>'
    return f'<bpmndi:BPMNEdge bpmnElement="{name}">{points}</bpmndi:BPMNEdge>'
