"""The executable copy, built element by element from a list of what runs."""

from lxml import etree
from lxml.etree import _Element as Element

from pathways.bpmn.names import BPMN, bpmn, ref
from pathways.executable.events import Shared, add_definition
from pathways.executable.original import Original
from pathways.model.drawing import Choice, Drawing, Event, EventPosition, Flow, Node, Step, StepKind

SPIFF = "http://spiffworkflow.org/bpmn/schema/1.0/core"


def copy(drawing: Drawing, original: Original) -> bytes:
    """Return the drawing as BPMN that holds only what runs, in the order of the file."""
    root = etree.Element(bpmn("definitions"), nsmap={None: BPMN, "spiffworkflow": SPIFF})
    root.set("targetNamespace", "urn:executable")
    _Copying(drawing, original, root).processes()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def decision_of(step: Step) -> str:
    """Return the id of the table that answers a decision step: the step's own, unless it says."""
    return step.extensions.get("decision") or step.id


def called_processes(drawing: Drawing) -> tuple[str, ...]:
    """Return the ids of the processes of the file that are called, in the order of the file."""
    insides = dict.fromkeys(node.inside for node in drawing.nodes.values())
    return tuple(name for name in insides if name is not None and name not in drawing.nodes)


class _Copying:
    """The state of copying one drawing."""

    def __init__(self, drawing: Drawing, original: Original, root: Element) -> None:
        self._drawing = drawing
        self._shared = Shared(root, original)
        self._root = root
        self._called = called_processes(drawing)
        self._nodes: dict[str | None, list[Node]] = {}
        for node in drawing.nodes.values():
            self._nodes.setdefault(node.inside, []).append(node)
        self._flows: dict[str | None, list[Flow]] = {}
        for flow in drawing.flows.values():
            self._flows.setdefault(drawing.nodes[flow.source].inside, []).append(flow)

    def processes(self) -> None:
        """Write the main process and every process that it calls."""
        self._process(self._drawing.id, None, self._drawing.name)
        for name in self._called:
            self._process(name, name, "")

    def _process(self, process_id: str, inside: str | None, name: str) -> None:
        process = etree.SubElement(self._root, bpmn("process"), id=process_id, isExecutable="true")
        if name:
            process.set("name", name)
        self._lanes(process, inside)
        self._scope(process, inside)

    def _lanes(self, process: Element, inside: str | None) -> None:
        standing: dict[str, list[Node]] = {}
        for node in self._nodes.get(inside, ()):
            if node.lane is not None:
                standing.setdefault(node.lane, []).append(node)
        if not standing:
            return
        lane_set = etree.SubElement(process, bpmn("laneSet"))
        for name, nodes in standing.items():
            lane = self._drawing.lanes[name]
            element = etree.SubElement(lane_set, bpmn("lane"), id=lane.id, name=lane.name)
            for node in nodes:
                etree.SubElement(element, bpmn("flowNodeRef")).text = node.id

    def _scope(self, parent: Element, inside: str | None) -> None:
        for node in self._nodes.get(inside, ()):
            self._node(parent, node)
        for flow in self._flows.get(inside, ()):
            self._flow(parent, flow)

    def _node(self, parent: Element, node: Node) -> None:
        element = etree.SubElement(parent, bpmn(_element_name(node)), id=node.id)
        if node.name:
            element.set("name", node.name)
        if isinstance(node, Step):
            self._step(element, node)
        elif isinstance(node, Choice) and node.default is not None:
            element.set("default", node.default)
        elif isinstance(node, Event):
            self._event(element, node)

    def _step(self, element: Element, step: Step) -> None:
        if step.kind is StepKind.DECISION:
            extensions = etree.SubElement(element, bpmn("extensionElements"))
            etree.SubElement(extensions, f"{{{SPIFF}}}calledDecisionId").text = decision_of(step)
        elif step.kind is StepKind.CALL:
            element.set("calledElement", ref(step.calls, self._called))
        elif step.kind is StepKind.RECEIVE:
            element.set("messageRef", self._shared.message(step))
        elif step.kind is StepKind.SUB_PROCESS:
            self._scope(element, step.id)

    def _event(self, element: Element, event: Event) -> None:
        if event.position is EventPosition.BOUNDARY:
            element.set("attachedToRef", event.attached_to or "")
            element.set("cancelActivity", "true" if event.interrupting else "false")
        if event.position is not EventPosition.START:
            add_definition(element, event, self._shared)

    def _flow(self, parent: Element, flow: Flow) -> None:
        element = etree.SubElement(
            parent, bpmn("sequenceFlow"), id=flow.id, sourceRef=flow.source, targetRef=flow.target
        )
        if flow.name:
            element.set("name", flow.name)
        if flow.condition is not None:
            etree.SubElement(element, bpmn("conditionExpression")).text = flow.condition


def _element_name(node: Node) -> str:
    if isinstance(node, Step):
        return node.kind.value
    if isinstance(node, Choice):
        return node.kind.value
    assert isinstance(node, Event)
    return node.position.value
