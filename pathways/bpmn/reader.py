"""BPMN bytes to a drawing."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from lxml.etree import _Element as Element

from pathways.bpmn.diagram import read_edges, read_shapes
from pathways.bpmn.document import Document, process_name, read_document
from pathways.bpmn.integrity import note_broken_references, note_repeated_ids, undrawn
from pathways.bpmn.lanes import read_lanes
from pathways.bpmn.names import (
    BESIDE_THE_WAY,
    CHOICES,
    EVENTS,
    NODES,
    NOT_READ_YET,
    STEPS,
    identity,
    is_bpmn,
    local,
    ref,
    title,
    words_of,
)
from pathways.bpmn.nodes import (
    Place,
    documentation,
    read_choice,
    read_event,
    read_flow,
    read_step,
    shared_definitions,
)
from pathways.bpmn.notebook import Notebook
from pathways.bpmn.xml import parse_xml
from pathways.model.drawing import Drawing, Event, Flow, Lane, Node, Step
from pathways.model.finding import Finding, PathwayInvalid

#: So many sub-processes may stand in each other.
DEEPEST = 20


def read_drawing(xml: bytes, *, file: str = "pathway.bpmn") -> Drawing:
    """Return the one process that a BPMN 2.0 file draws.

    Vendors' own elements and attributes mean nothing here; they stay in `Drawing.xml`. A file
    without any diagram part is read too (`undrawn` tells); one that draws only a part of its
    elements is not.

    Args:
        xml: The file, byte for byte.
        file: Its path inside the pathway, for findings.

    Raises:
        PathwayInvalid: With everything that is wrong with the file, each with its line.
    """
    root = parse_xml(xml, file=file)
    notebook = Notebook(file)
    document = read_document(root, notebook)
    if document is None:
        notebook.close()
        raise PathwayInvalid(())  # pragma: no cover - no document means that something was noted
    drawing = _Reading(document, notebook).drawing(xml)
    notebook.close()
    if drawing.shapes or drawing.edges:
        _refuse(undrawn(drawing, file=file))
    return drawing


def _refuse(findings: tuple[Finding, ...]) -> None:
    if findings:
        raise PathwayInvalid(findings)


class _Reading:
    """The state of reading one document."""

    def __init__(self, document: Document, notebook: Notebook) -> None:
        self._document = document
        self._notebook = notebook
        self._lanes: dict[str, Lane] = {}
        self._nodes: dict[str, Node] = {}
        self._arrows: list[Element] = []
        self._shared = shared_definitions(document.root)
        self._depth = 0
        #: Ids complained about before, so that arrows to them are not complained about too.
        self._unread: set[str] = set()

    def drawing(self, xml: bytes) -> Drawing:
        """Read everything, note what is wrong, and put the rest together."""
        process, pool = self._document.process, self._document.pool
        self._read_scope(process, Place(None, None))
        for name, called in self._document.called.items():
            self._read_scope(called, Place(self._callers_lane(name), name))
        self._attach()
        flows = self._flows()
        note_repeated_ids(self._document.root, self._notebook)
        note_broken_references(self._nodes, flows, self._unread, self._notebook)
        pool_id = None if pool is None else identity(pool)
        placed = {*self._lanes, *self._nodes, *((pool_id,) if pool_id else ())}
        return Drawing(
            id=identity(process),
            name=process_name(self._document),
            documentation=documentation(process),
            pool="" if pool is None else words_of(pool.get("name")),
            pool_id=pool_id,
            lanes=MappingProxyType(self._lanes),
            nodes=MappingProxyType(self._nodes),
            flows=MappingProxyType(flows),
            shapes=MappingProxyType(read_shapes(self._document, placed, self._notebook)),
            edges=MappingProxyType(read_edges(self._document, flows, self._notebook)),
            xml=xml,
        )

    def _read_scope(self, scope: Element, outer: Place) -> None:
        """Read a process or sub-process; what has no lane stands where `outer` stands."""
        standing = read_lanes(scope, self._lanes, self._notebook)
        for element in scope.iterchildren():
            if is_bpmn(element):
                place = Place(standing.get(identity(element), outer.lane), outer.inside)
                self._read_element(element, place)

    def _read_element(self, element: Element, place: Place) -> None:
        name = local(element)
        if name in NODES:
            self._read_node(element, place)
        elif name == "sequenceFlow":
            self._arrows.append(element)
        elif name not in BESIDE_THE_WAY:
            self._unread.add(identity(element))
            self._note_unread(element)

    def _read_node(self, element: Element, place: Place) -> None:
        if not identity(element):
            self._notebook.note(
                "no_id",
                f"{title(element)} has no id, so that nothing can refer to it. Give it one.",
                element,
            )
            return
        node = self._node(element, place)
        self._nodes.setdefault(node.id, node)
        if local(element) == "subProcess":
            self._read_inside(element, Place(place.lane, node.id))

    def _read_inside(self, element: Element, place: Place) -> None:
        if self._depth == DEEPEST:
            self._notebook.note(
                "too_deep",
                f"{title(element)} is a sub-process inside of {DEEPEST} others, which nobody can "
                "follow. Draw its steps farther out.",
                element,
            )
            return
        self._depth += 1
        self._read_scope(element, place)
        self._depth -= 1

    def _node(self, element: Element, place: Place) -> Node:
        name = local(element)
        if name in STEPS:
            return read_step(element, place)
        if name in CHOICES:
            return read_choice(element, place)
        assert name in EVENTS
        return read_event(element, place, shared=self._shared, notebook=self._notebook)

    def _note_unread(self, element: Element) -> None:
        name = local(element)
        if name in NOT_READ_YET:
            what, instead = NOT_READ_YET[name]
            message = f"{title(element)} is {what}, which cannot be read yet. {instead}"
        else:
            message = (
                f"{title(element)} is a <{name}>, which BPMN does not have in a process. Take it "
                "out, or draw a task in its place."
            )
        self._notebook.note("unknown_element", message, element)

    def _flows(self) -> Mapping[str, Flow]:
        flows: dict[str, Flow] = {}
        for arrow in self._arrows:
            if not identity(arrow):
                self._notebook.note(
                    "no_id", "An arrow has no id. Draw it again in a BPMN editor.", arrow
                )
                continue
            flow = read_flow(arrow, self._nodes)
            flows.setdefault(flow.id, flow)
        return flows

    def _attach(self) -> None:
        """Boundary events may name their step with a prefix, and before it is drawn."""
        for name, node in self._nodes.items():
            if isinstance(node, Event) and node.attached_to is not None:
                self._nodes[name] = replace(node, attached_to=ref(node.attached_to, self._nodes))

    def _callers_lane(self, name: str) -> str | None:
        """A called process stands in the lane that calls it, where that is one lane."""
        callers = {
            step.lane
            for step in self._nodes.values()
            if isinstance(step, Step) and step.calls and ref(step.calls, {name}) == name
        }
        return callers.pop() if len(callers) == 1 else None
