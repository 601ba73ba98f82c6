"""A sub-process that an event starts, drawn with what only an ordinary step can have."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.reach import lost_with
from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Loop, Step
from pathways.model.rule import about

_REPEATED = (
    "{it} begins when an event happens, and so it is not repeated: the marker is left out. Take it "
    "off: an event that does not interrupt can happen again and again."
)
_EDGE = (
    "{it} sits on a sub-process that an event starts, which has no edge to wait on: it is left "
    "out. Draw it on the edge of a step inside."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    out: set[str] = set()
    for step in running_nodes(drawing, Step):
        if step.by_event:
            if step.loop is not Loop.NONE:
                revision.put(replace(step, loop=Loop.NONE, several=None, again=None))
                revision.tell(about(step, _REPEATED))
            for event in drawing.boundaries(step.id):
                out.add(event.id)
                revision.tell(about(event, _EDGE))
    if out:
        revision.leave_out(lost_with(drawing, out))


ASSUMPTION = Assumption(
    name="meanwhile_plain",
    severity=Severity.WARNING,
    title="A sub-process that an event starts is not repeated and has nothing on its edge.",
    assume=_assume,
)
