"""What a case can wait for here: a time that is said, a condition that can be read, and news."""

from pathways.executable.conditions import Readable
from pathways.executable.derived import Derived, Revision
from pathways.executable.times import read_timer, read_words
from pathways.model.news import waits_for_news
from pathways.model.node import Event, EventPosition, Timer, Trigger

#: A start waits only in an event sub-process; all others are plain by then.
_WAITING = frozenset({EventPosition.CATCH, EventPosition.BOUNDARY, EventPosition.START})


def is_timer(event: Event) -> bool:
    """Whether an event waits for a time, on the way or on the edge of a step."""
    return event.trigger is Trigger.TIMER and event.position in _WAITING


def time_of(event: Event, derived: Derived) -> Timer | None:
    """Return when a timer falls due, from what it says or else from its name; None without a time.

    Cycles that begin anew are read as they are.
    """
    periods = None if derived.papers is None else derived.papers.periods
    if event.timer is not None and event.timer.text:
        return read_timer(event.timer, periods)
    return read_words(event.name)


class Bringing:
    """What brings about the events of a drawing."""

    def __init__(self, revision: Revision) -> None:
        self._derived = revision.before
        self._readable = Readable(revision)

    def brings(self, event: Event) -> bool:
        """Whether an event happens without a question that is made up.

        Its time comes, its condition becomes true, or somebody says that its news has come.
        """
        if waits_for_news(event):
            return True
        if event.trigger is Trigger.TIMER:
            return time_of(event, self._derived) is not None
        return event.trigger is Trigger.CONDITION and self._readable.reads(event.condition)
