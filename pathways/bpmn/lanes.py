"""Who does what: lanes, and which node is listed in which."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pathways.bpmn.identities import Identities, Neighbours, Sort
from pathways.bpmn.names import bpmn, name_of
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Lane


class LaneReader:
    """Reads the lanes of one file."""

    def __init__(self, identities: Identities, notebook: Notebook) -> None:
        self._identities = identities
        self._notebook = notebook
        self._listed: dict[str, str] = {}
        #: By id, in the order of the file; outer lanes before those inside of them.
        self.lanes: dict[str, Lane] = {}

    def read(self, scope: Element, process: str, near: Neighbours) -> None:
        """Read the lanes of a process or sub-process."""
        waiting = [(element, "") for element in _lanes(scope, "laneSet")][::-1]
        while waiting:
            element, outer = waiting.pop()
            lane = self._lane(element, process, outer)
            self.lanes[lane.id] = lane
            self._list(element, lane.id, near)
            inner = [(each, lane.id) for each in _lanes(element, "childLaneSet")]
            waiting += reversed(inner)

    def lane_of(self, node: str) -> str | None:
        """Return the lane that lists a node; of nested lanes the innermost one."""
        return self._listed.get(node)

    def _lane(self, element: Element, process: str, outer: str) -> Lane:
        self._notebook.note_nameless(
            element, "lane", "Its id is the role that may act: give it one."
        )
        return Lane(
            id=self._identities.of(element),
            name=name_of(element),
            process=process,
            inside=outer or None,
            line=element.sourceline,
        )

    def _list(self, element: Element, lane: str, near: Neighbours) -> None:
        for reference in element.iterchildren(bpmn("flowNodeRef")):
            node = near.meant(reference.text, Sort.NODE)
            if node:
                self._listed[node] = lane


def _lanes(holder: Element, name: str) -> Iterator[Element]:
    for lane_set in holder.iterchildren(bpmn(name)):
        yield from lane_set.iterchildren(bpmn("lane"))
