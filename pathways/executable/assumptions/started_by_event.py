"""A start that waits for something: a case begins when somebody opens it."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.misplaced import begins_by_event
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Trigger
from pathways.model.rule import about

_OPENED = (
    "{it} waits for something to happen, and a case begins when somebody opens it: it runs as a "
    "plain start. Draw a plain start if that is what is meant."
)
_INSIDE = (
    "{it} waits for something to happen, and a sub-process begins when a case comes to it: it runs "
    "as a plain start. Draw an event that waits before the sub-process."
)


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    for event in drawing.events():
        starts = event.position is EventPosition.START and event.trigger is not Trigger.NONE
        if starts and not begins_by_event(event, drawing):
            plain = replace(event, trigger=Trigger.NONE, timer=None, condition="", about=None)
            revision.put(plain)
            inside = event.scope != drawing.id
            revision.tell(about(event, _INSIDE if inside else _OPENED))


ASSUMPTION = Assumption(
    name="started_by_event",
    severity=Severity.ADVICE,
    title="A start that waits for something is a plain start: a case begins when it is opened.",
    assume=_assume,
)
