"""Steps for which the drawing names nobody."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.running import called_process
from pathways.model.drawing import Drawing, Lane
from pathways.model.finding import Severity
from pathways.model.node import Step
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
        step for step in drawing.steps() if step.lane is None and step.process not in inherit
    ]
    asked = [step for step in homeless if step.for_a_person]
    if not asked:
        return
    for step in homeless:
        revision.put(replace(step, lane=CASE_OFFICER))
    if CASE_OFFICER not in drawing.lanes:
        revision.lanes[CASE_OFFICER] = Lane(id=CASE_OFFICER, name=_NAME, process=drawing.id)
    if not drawing.lanes:
        line = drawing.processes[drawing.id].line if drawing.id in drawing.processes else None
        revision.tell(Complaint(message=_NO_LANES, element=drawing.id or None, line=line))
        return
    for step in asked:
        if step.id not in revision.stands_for:
            revision.tell(about(step, _NO_LANE))


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
