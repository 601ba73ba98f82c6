"""The diagram part of a generated drawing: each scope in a row, pools below each other."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from tests.pathways.generated.paper import File, Node, Scope, Side

_GAP = 50
_PAD = 40
_STRIP = 30
_LANE = 160

Box = tuple[int, int, int, int]


def diagram(file: File) -> str:
    """Return the diagram part; a collapsed sub-process gets a plane of its own."""
    easel = _Easel({}, [], [])
    down = 0
    for side in file.sides:
        down += easel.draw_side(side, down) + _GAP
    top = "together" if any(side.pool for side in file.sides) else _first(file)
    for each in file.messages:
        easel.draw_line(each.id, each.source, each.target)
    planes = [_plane(top, easel.lines)]
    while easel.folded:
        node = easel.folded.pop()
        inner = _Easel({}, [], easel.folded)
        inner.draw_scope(node.scope or Scope(), _PAD, _PAD)
        planes.append(_plane(node.id, inner.lines))
    return "".join(planes)


def _first(file: File) -> str:
    return next((side.process for side in file.sides if side.process), "")


def _plane(about: str, lines: list[str]) -> str:
    plane = f"<bpmndi:BPMNPlane bpmnElement={_quoted(about)}>\n{''.join(lines)}</bpmndi:BPMNPlane>"
    return f"<bpmndi:BPMNDiagram>{plane}</bpmndi:BPMNDiagram>\n"


@dataclass
class _Easel:
    boxes: dict[str, Box]
    lines: list[str]
    folded: list[Node]

    def draw_side(self, side: Side, y: int) -> int:
        """Draw a pool or a process; return its height."""
        width, height = _size(side.scope) if side.process is not None else (600, 60)
        if side.pool is not None:
            self.shape(side.pool, (0, y, width + _STRIP, height), ' isHorizontal="true"')
        self.draw_scope(side.scope, _STRIP, y)
        return height

    def draw_scope(self, scope: Scope, x: int, y: int) -> None:
        self.draw_bands(scope, x, y)
        at = x + _PAD
        for node in scope.nodes:
            if node.host is None:
                self.draw_node(node, at, y + _PAD + (node.lane or 0) * _LANE)
                at += _extent(node)[0] + _GAP
        for node in scope.nodes:
            if node.host is not None:
                self.draw_edge_event(node)
        self.draw_beside(scope, x, y)
        for arrow in scope.arrows:
            self.draw_line(arrow.id, arrow.source, arrow.target)

    def draw_bands(self, scope: Scope, x: int, y: int) -> None:
        width, _ = _size(scope)
        for index, band in enumerate(scope.bands):
            rows = 1 + sum(_is_part(scope, other, index) for other in range(len(scope.bands)))
            box = (x, y + index * _LANE, width, rows * _LANE)
            self.shape(band.id, box, ' isHorizontal="true"')

    def draw_beside(self, scope: Scope, x: int, y: int) -> None:
        for number, each in enumerate(scope.beside):
            self.shape(each.id, (x + 120 * number, y, 100, 30))
            if each.association:
                self.draw_line(each.association, each.about, each.id)

    def draw_node(self, node: Node, x: int, y: int) -> None:
        width, height = _extent(node)
        said = "" if node.expanded is None else f' isExpanded="{str(node.expanded).lower()}"'
        marked = ' isMarkerVisible="true"' if node.tag == "exclusiveGateway" else ""
        self.shape(node.id, (x, y, width, height), said + marked)
        if node.scope is not None and node.expanded is not False:
            self.draw_scope(node.scope, x, y)
        elif node.scope is not None:
            self.folded.append(node)

    def draw_edge_event(self, event: Node) -> None:
        x, y, _, height = self.boxes.get(event.host.id if event.host else "", (0, 0, 0, 0))
        taken = sum(box[:2] == (x + 10, y + height - 18) for box in self.boxes.values())
        self.shape(event.id, (x + 10 + 40 * taken, y + height - 18, 36, 36))

    def draw_line(self, name: str, source: str, target: str) -> None:
        one, other = self.boxes.get(source), self.boxes.get(target)
        if one is None or other is None:
            return
        points = (one[0] + one[2], one[1] + one[3] // 2), (other[0], other[1] + other[3] // 2)
        said = "".join(f'<di:waypoint x="{x}" y="{y}"/>' for x, y in points)
        edge = f"<bpmndi:BPMNEdge bpmnElement={_quoted(name)}>{said}</bpmndi:BPMNEdge>\n"
        self.lines.append(edge)

    def shape(self, name: str, box: Box, more: str = "") -> None:
        self.boxes[name] = box
        x, y, width, height = box
        bounds = f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
        about = f"bpmnElement={_quoted(name)}{more}"
        self.lines.append(f"<bpmndi:BPMNShape {about}>{bounds}</bpmndi:BPMNShape>\n")


def _is_part(scope: Scope, band: int, outer: int) -> bool:
    """Whether a lane lies somewhere inside of another."""
    inside = scope.bands[band].inside
    return inside is not None and (inside == outer or _is_part(scope, inside, outer))


def _quoted(value: str) -> str:
    return quoteattr(value, {"\n": "&#10;", "\t": "&#9;"})


def _size(scope: Scope) -> tuple[int, int]:
    extents = [_extent(node) for node in scope.nodes if node.host is None]
    width = sum(each[0] + _GAP for each in extents) + 2 * _PAD
    lanes = len(scope.bands) * _LANE
    return max(width, 200), max([lanes, *(each[1] + 2 * _PAD for each in extents)])


def _extent(node: Node) -> tuple[int, int]:
    if node.scope is not None and node.expanded is not False:
        return _size(node.scope)
    if node.tag.endswith("Event"):
        return 36, 36
    return (50, 50) if node.tag.endswith("Gateway") else (100, 80)
