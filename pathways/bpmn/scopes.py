"""Everything inside of processes and sub-processes."""

from dataclasses import replace

from lxml.etree import _Element as Element

from pathways.bpmn.artifacts import ArtifactReader
from pathways.bpmn.document import Document
from pathways.bpmn.identities import Neighbours
from pathways.bpmn.lanes import LaneReader
from pathways.bpmn.names import BESIDE_THE_WAY, NODES, UNUSUAL, local, parts, plain, title
from pathways.bpmn.nodes import NodeReader, Place, read_flow
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Flow
from pathways.model.node import Node, Step


class ScopeReader:
    """Reads the processes and collaborations of one file, one after the other."""

    def __init__(self, document: Document, notebook: Notebook) -> None:
        self._notebook = notebook
        self._identities = document.identities
        self._lanes = LaneReader(document.identities, notebook)
        self._beside = ArtifactReader(document.identities)
        self._nodes = NodeReader(document)
        self.lanes = self._lanes.lanes
        self.artifacts = self._beside.artifacts
        #: With loose ends.
        self.associations = self._beside.associations
        self.shown = self._beside.shown
        #: By id; those of a process or sub-process in the order of the file.
        self.nodes: dict[str, Node] = {}
        #: With loose ends, by id.
        self.flows: dict[str, Flow] = {}

    def read_process(self, process: Element) -> None:
        """Read a process and every sub-process in it, each after the one that it is drawn in."""
        self._notebook.note_nameless(process, "process")
        waiting = [(process, Place(process=self._identities.of(process)))]
        while waiting:
            scope, place = waiting.pop()
            near = Neighbours(parts(scope), self._identities)
            self._lanes.read(scope, place.process, near)
            self._beside.read(scope, place, near)
            inner = self._read_way(scope, place, near)
            waiting += reversed(inner)

    def read_collaboration(self, collaboration: Element) -> None:
        """Read what a collaboration has beside its pools and messages: notes and frames."""
        near = Neighbours(parts(collaboration), self._identities)
        self._beside.read(collaboration, Place(process=""), near)
        for element in parts(collaboration):
            if local(element) in UNUSUAL:
                self._note_unusual(element)

    def _read_way(
        self, scope: Element, place: Place, near: Neighbours
    ) -> list[tuple[Element, Place]]:
        """Read the nodes and arrows of a scope; return the scopes in it."""
        inner: list[tuple[Element, Place]] = []
        for element in parts(scope):
            name = local(element)
            if name == "sequenceFlow":
                self._read_flow(element, near)
            elif name not in BESIDE_THE_WAY:
                node = self._read_node(element, place, near)
                if isinstance(node, Step) and node.holds_steps:
                    inner.append((element, Place(process=place.process, inside=node.id)))
        return inner

    def _read_flow(self, element: Element, near: Neighbours) -> None:
        flow = read_flow(element, self._identities, near)
        self._notebook.note_nameless(element, "arrow")
        self.flows[flow.id] = flow

    def _read_node(self, element: Element, place: Place, near: Neighbours) -> Node:
        lane = self._lanes.lane_of(self._identities.of(element))
        node = self._nodes.node(element, replace(place, lane=lane), near)
        self._notebook.note_nameless(element, plain(local(element)))
        self._note_unusual(element)
        self.nodes[node.id] = node
        return node

    def _note_unusual(self, element: Element) -> None:
        name = local(element)
        if name in UNUSUAL:
            self._notebook.note(
                "unknown_element",
                f"{title(element)} is {UNUSUAL[name]}, which no case can follow. Draw the steps of "
                "each side in a process instead.",
                element,
            )
        elif name not in NODES:
            self._notebook.note(
                "unknown_element",
                f"{title(element)} is a <{name}>, which BPMN does not have in a process. Take it "
                "out, or draw a task in its place.",
                element,
            )
