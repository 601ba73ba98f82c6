"""A generated drawing as a BPMN file with its diagram part."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tests.pathways.generated.paper import Arrow, Beside, File, Node, Scope, Side
from tests.pathways.generated.picture import diagram

_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_SPACES = (
    'xmlns:fingerpost="urn:fingerpost:pathway"'
    ' xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
)


def written(file: File) -> bytes:
    """Return the file's bytes, in UTF-8 and with BPMN as the default namespace."""
    sides = "".join(_process(side) for side in file.sides if side.process is not None)
    picture = diagram(file) if file.drawn else ""
    start = f'<definitions xmlns="{_MODEL}" {_SPACES} id="file" targetNamespace="urn:test">'
    inside = f"{file.shared}{_collaboration(file)}{sides}{picture}"
    return f"{start}\n{inside}\n</definitions>".encode()


def attribute(value: str) -> str:
    """Return a value in quotes, line ends kept."""
    return quoteattr(value, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def element(tag: str, attributes: dict[str, str], within: str = "") -> str:
    """Return one element on a line of its own."""
    said = "".join(f" {name}={attribute(value)}" for name, value in attributes.items())
    return f"<{tag}{said}>{within}</{tag}>\n" if within else f"<{tag}{said}/>\n"


def _collaboration(file: File) -> str:
    pools = [side for side in file.sides if side.pool is not None]
    if not pools:
        return ""
    inside = [
        element(
            "participant",
            {"id": side.pool or "", "name": side.name}
            | ({} if side.process is None else {"processRef": side.process}),
        )
        for side in pools
    ]
    for each in file.messages:
        ends = {"sourceRef": each.source, "targetRef": each.target}
        inside.append(element("messageFlow", {"id": each.id, "name": each.name, **ends}))
    return element("collaboration", {"id": "together"}, "".join(inside))


def _process(side: Side) -> str:
    about = {"id": side.process or "", "name": side.name, **side.attributes}
    return element("process", about, _scope(side.scope))


def _scope(scope: Scope) -> str:
    return "".join(
        [
            _bands(scope),
            *(_node(node) for node in scope.nodes),
            *(_arrow(arrow) for arrow in scope.arrows),
            *(line for each in scope.beside for line in _beside(each)),
        ]
    )


def _node(node: Node) -> str:
    about = {"id": node.id, "name": node.name, **node.attributes}
    if node.host is not None:
        about["attachedToRef"] = node.host.id
    inside = node.within + (_scope(node.scope) if node.scope is not None else "")
    return element(node.tag, about, inside)


def _arrow(arrow: Arrow) -> str:
    ends = {"id": arrow.id, "sourceRef": arrow.source, "targetRef": arrow.target}
    about = ends | ({"name": arrow.name} if arrow.name else {})
    if arrow.condition is None:
        return element("sequenceFlow", about)
    return element(
        "sequenceFlow",
        about,
        f"<conditionExpression>{escape(arrow.condition)}</conditionExpression>",
    )


def _beside(each: Beside) -> Iterator[str]:
    if each.tag == "textAnnotation":
        yield element(each.tag, {"id": each.id}, f"<text>{escape(each.text)}</text>")
    elif each.tag == "group":
        yield element(each.tag, {"id": each.id})
    else:
        yield element(each.tag, {"id": each.id, "name": each.text})
    if each.association:
        ends = {"sourceRef": each.about, "targetRef": each.id}
        yield element("association", {"id": each.association, **ends})


def _bands(scope: Scope) -> str:
    if not scope.bands:
        return ""
    return element("laneSet", {"id": f"{scope.bands[0].id} set"}, _band(scope, None))


def _band(scope: Scope, inside: int | None) -> str:
    text = ""
    for index, band in enumerate(scope.bands):
        if band.inside == inside:
            nodes = (node.id for node in scope.nodes if node.lane == index)
            stand = "".join(f"<flowNodeRef>{escape(name)}</flowNodeRef>" for name in nodes)
            inner = _band(scope, index)
            more = f"<childLaneSet>{inner}</childLaneSet>" if inner else ""
            text += element("lane", {"id": band.id, "name": band.name}, stand + more)
    return text
