"""Who does what: lanes, and which node stands in which."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from pathways.bpmn.names import bpmn, identity, title, words_of
from pathways.bpmn.notebook import Notebook
from pathways.model.drawing import Lane


def read_lanes(scope: Element, lanes: dict[str, Lane], notebook: Notebook) -> Mapping[str, str]:
    """Add the lanes of a process to `lanes`; return node id -> lane id.

    Of nested lanes the innermost wins: it says most exactly who acts.
    """
    standing: dict[str, str] = {}
    for lane_set in scope.iterchildren(bpmn("laneSet")):
        _read_set(lane_set, lanes, standing, notebook)
    return standing


def _read_set(
    lane_set: Element, lanes: dict[str, Lane], standing: dict[str, str], notebook: Notebook
) -> None:
    for element in lane_set.iterchildren(bpmn("lane")):
        lane = Lane(id=identity(element), name=words_of(element.get("name")))
        if not lane.id:
            notebook.note(
                "no_id",
                f"The lane {title(element)} has no id. Its id is the role that may act: give it "
                "one.",
                element,
            )
        lanes.setdefault(lane.id, lane)
        for reference in element.iterchildren(bpmn("flowNodeRef")):
            standing[(reference.text or "").strip()] = lane.id
        for inner in element.iterchildren(bpmn("childLaneSet")):
            _read_set(inner, lanes, standing, notebook)
