"""The executable copy, written element by element from a drawing that runs."""

from lxml import etree
from lxml.etree import _Element as Element

from pathways.bpmn.names import BPMN, FINGERPOST, bpmn
from pathways.executable.events import Shared, add_definition
from pathways.executable.misplaced import begins_by_event
from pathways.executable.repeated import add_loop
from pathways.executable.running import called_process, scopes
from pathways.executable.tables import table_of
from pathways.model.action import Action, action_of
from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, Event, EventPosition, Node, Step, StepKind

SPIFF = "http://spiffworkflow.org/bpmn/schema/1.0/core"


def copy(drawing: Drawing) -> bytes:
    """Return a drawing as BPMN that holds only what runs, in the order of the file."""
    root = etree.Element(bpmn("definitions"), nsmap={None: BPMN, "spiffworkflow": SPIFF})
    root.set("targetNamespace", "urn:executable")
    _Copying(drawing, root).write()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


class _Copying:
    """The state of copying one drawing."""

    def __init__(self, drawing: Drawing, root: Element) -> None:
        self._drawing = drawing
        self._root = root
        self._shared = Shared(root)
        #: Id of a process or sub-process -> its element in the copy.
        self._parents: dict[str, Element] = {}

    def write(self) -> None:
        """Write the main process and every process that it calls, each with all that it holds."""
        drawing = self._drawing
        found = scopes(drawing)
        for scope in sorted(found, key=lambda each: each != drawing.id):
            if scope in drawing.processes:
                self._parents[scope] = self._process(scope)
        for scope, nodes in found.items():  # each after the one that it is drawn in
            if scope in self._parents:
                for node in nodes:
                    self._node(self._parents[scope], node)
        for flow in drawing.flows.values():
            parent_of_flow = self._parents.get(drawing.nodes[flow.source].scope)
            if parent_of_flow is not None:
                self._flow(parent_of_flow, flow)

    def _process(self, process_id: str) -> Element:
        process = etree.SubElement(self._root, bpmn("process"), id=process_id, isExecutable="true")
        name = self._drawing.name if process_id == self._drawing.id else ""
        if name:
            process.set("name", name)
        return process

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
            etree.SubElement(extensions, f"{{{SPIFF}}}calledDecisionId").text = table_of(step)
        elif action_of(step) is not None:
            _add_action(element, step)
        elif step.kind is StepKind.CALL:
            element.set("calledElement", called_process(step, self._drawing) or "")
        elif step.kind is StepKind.RECEIVE:
            element.set("messageRef", self._shared.message(step))
        elif step.holds_steps:
            self._parents[step.id] = element
            if step.by_event:
                element.set("triggeredByEvent", "true")
        add_loop(element, step)

    def _event(self, element: Element, event: Event) -> None:
        if event.position is EventPosition.BOUNDARY:
            element.set("attachedToRef", event.attached_to or "")
            element.set("cancelActivity", "true" if event.interrupting else "false")
        if begins_by_event(event, self._drawing):
            element.set("isInterrupting", "true" if event.interrupting else "false")
        add_definition(element, event, self._shared)

    def _flow(self, parent: Element, flow: Flow) -> None:
        element = etree.SubElement(
            parent, bpmn("sequenceFlow"), id=flow.id, sourceRef=flow.source, targetRef=flow.target
        )
        if flow.name:
            element.set("name", flow.name)
        if flow.condition is not None:
            etree.SubElement(element, bpmn("conditionExpression")).text = flow.condition


def _add_action(element: Element, step: Step) -> None:
    element.set(f"{{{FINGERPOST}}}action", step.extensions["action"])
    if action_of(step) is not Action.SET_VALUES:
        return
    extensions = etree.SubElement(element, bpmn("extensionElements"))
    for value in step.values:
        written = etree.SubElement(extensions, f"{{{FINGERPOST}}}value", name=value.name)
        written.set("from", value.source)


def _element_name(node: Node) -> str:
    if isinstance(node, Step):
        return node.kind.value
    if isinstance(node, Choice):
        return node.kind.value
    assert isinstance(node, Event)
    return node.position.value
