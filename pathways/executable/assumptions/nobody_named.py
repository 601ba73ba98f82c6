"""Steps for which the drawing names nobody."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.running import called_process
from pathways.model.drawing import Drawing, Lane
from pathways.model.finding import Severity
from pathways.model.news import waits_for_news
from pathways.model.node import Event, Node, Step
from pathways.model.rule import Complaint, about

#: The lane of whoever looks after a case.
CASE_OFFICER = "case_officer"
_NAME = "Case officer"
_NO_LANES = (
    "The drawing does not say who does what: the case officer does every step. Draw a lane for "
    "each of those who take part, and the steps in them."
)
_NO_LANE = (
    "{it} stands in no lane, so nobody is named for it: the case officer does it. Move it into the "
    "lane of whoever does it."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    inherit = _called_in_lanes(drawing)
    homeless = [
        node
        for node in drawing.nodes.values()
        if _is_homeless(node, drawing) and node.process not in inherit
    ]
    asked = [node for node in homeless if _is_asked(node)]
    if not asked:
        return
    for node in homeless:
        revision.put(replace(node, lane=CASE_OFFICER))
    if CASE_OFFICER not in drawing.lanes:
        revision.lanes[CASE_OFFICER] = Lane(id=CASE_OFFICER, name=_NAME, process=drawing.id)
    if not drawing.lanes:
        line = drawing.processes[drawing.id].line if drawing.id in drawing.processes else None
        revision.tell(Complaint(message=_NO_LANES, element=drawing.id or None, line=line))
        return
    for node in asked:
        if node.id not in revision.stands_for:
            revision.tell(about(node, _NO_LANE))


def _is_homeless(node: Node, drawing: Drawing) -> bool:
    """Whether somebody could act at a node, and it stands in no lane, nor does what it is on."""
    host = drawing.nodes.get(node.attached_to or "") if isinstance(node, Event) else None
    acts = isinstance(node, Step) or waits_for_news(node)
    return acts and node.lane is None and (host is None or host.lane is None)


def _is_asked(node: Node) -> bool:
    return waits_for_news(node) or (isinstance(node, Step) and node.for_a_person)


def _called_in_lanes(drawing: Drawing) -> frozenset[str]:
    """Return the processes that are only ever called from lanes: whoever calls does their steps.

    Where one lane alone calls a process, the drawing has been read so already.
    """
    callers: dict[str, list[Step]] = {}
    for step in drawing.steps():
        target = called_process(step, drawing)
        if target is not None:
            callers.setdefault(target, []).append(step)
    found: set[str] = set()
    while True:
        more = {
            process
            for process, steps in callers.items()
            if process not in found and all(each.lane or each.process in found for each in steps)
        }
        if not more:
            return frozenset(found)
        found |= more


ASSUMPTION = Assumption(
    name="nobody_named",
    severity=Severity.WARNING,
    title="Where the drawing names nobody, the case officer acts.",
    assume=_assume,
)
