"""A step that is done for each of several until something is so that no answer tells."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.conditions import Readable
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.rule import about
from pathways.model.spoken import shortened

#: What BPMN counts while a step is done for each of several.
COUNTS = ("numberOfInstances", "numberOfCompletedInstances", "numberOfActiveInstances")
_MESSAGE = (
    "{it} is done for each of several until “%s”, which cannot be read as a condition: it is done "
    "for all of them. Write it as FEEL, for example numberOfCompletedInstances >= 2."
)


def _assume(revision: Revision) -> None:
    readable = Readable(revision, more=COUNTS)
    for step in revision.drawing.steps():
        several = step.several
        if several is not None and several.until and not readable.reads(several.until):
            revision.put(replace(step, several=replace(several, until="")))
            said = shortened(several.until)
            revision.tell(about(step, _MESSAGE.replace("%s", said)))


ASSUMPTION = Assumption(
    name="until_not_read",
    severity=Severity.WARNING,
    title="Where a step stops for a reason that no answer tells, it is done for all.",
    assume=_assume,
)
