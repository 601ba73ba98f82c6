"""A sub-process that an event starts, where nothing brings that event about."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.reach import lost_with
from pathways.executable.running import running_nodes
from pathways.executable.standing import standing
from pathways.executable.waits import Bringing
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Step, Trigger
from pathways.model.rule import about

_FROM_INSIDE = frozenset({Trigger.ERROR, Trigger.ESCALATION})
#: What belongs to undoing and does not run at all: refused, never left out.
_UNDOING = frozenset({Trigger.COMPENSATION, Trigger.CANCEL})
_MESSAGE = (
    "{it} begins when an event happens, and %s: it is left out, with all that is in it. Draw a "
    "time, a condition that answers tell, or a signal that is given somewhere, at its start."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    bringing = Bringing(revision)
    out: set[str] = set()
    for step in running_nodes(drawing, Step):
        if step.by_event:
            inside = [node for node in drawing.nodes.values() if node.inside == step.id]
            starts = standing(inside, EventPosition.START)
            triggers = {start.trigger for start in starts}
            happens = any(bringing.brings(start) for start in starts)
            if not (happens or triggers & (_FROM_INSIDE | _UNDOING)):
                out.add(step.id)
                why = "nothing brings that about here" if starts else "no start in it says which"
                revision.tell(about(step, _MESSAGE.replace("%s", why)))
    if out:
        revision.leave_out(lost_with(drawing, out))


ASSUMPTION = Assumption(
    name="meanwhile_never",
    severity=Severity.WARNING,
    title="A sub-process whose event nothing brings about is left out.",
    assume=_assume,
)
