"""A wait that falls due again and again, where it can do so only once."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.times import once
from pathways.executable.waits import is_timer
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition
from pathways.model.rule import about

_MESSAGE = (
    "{it} falls due again and again, and the case goes on when it does so for the first time. "
    "Write a duration in place of the cycle."
)


def _assume(revision: Revision) -> None:
    for event in revision.drawing.events():
        if is_timer(event) and event.timer is not None and not _goes_on_beside(event):
            first = once(event.timer)
            if first != event.timer:
                revision.put(replace(event, timer=first))
                revision.tell(about(event, _MESSAGE))


def _goes_on_beside(event: Event) -> bool:
    """Whether all else goes on when the event happens, so that it can happen again."""
    return event.position is not EventPosition.CATCH and not event.interrupting


ASSUMPTION = Assumption(
    name="timer_once",
    severity=Severity.WARNING,
    title="A wait that would fall due again and again does so once.",
    assume=_assume,
)
