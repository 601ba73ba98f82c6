"""Something is sent that nobody here hears: the way goes on."""

from collections.abc import Mapping
from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.news import tells_cases
from pathways.model.node import Event, EventPosition, Trigger
from pathways.model.rule import about

_SENDS = frozenset({EventPosition.THROW, EventPosition.END})
_WHAT: Mapping[Trigger, str] = {
    Trigger.MESSAGE: "sends a message, and nothing carries it",
    Trigger.MULTIPLE: "sends several things, and nothing carries them",
    Trigger.PARALLEL: "sends several things, and nothing carries them",
    Trigger.TIMER: "is a timer that sends, and a time cannot be sent",
    Trigger.CONDITION: "sends a condition, which cannot be sent",
    Trigger.LINK: "jumps to somewhere that is not drawn",
}
_MESSAGE = (
    "{it} %s: it is passed, and nobody is told. Write a letter for it into letters/, or draw a "
    "send task; fingerpost:about lets a message go to other cases."
)


def _assume(revision: Revision) -> None:
    for event in revision.drawing.events():
        passed = event.position in _SENDS and event.trigger in _WHAT
        if passed and not _carried(event, revision):
            revision.put(_passed(event))
            revision.tell(about(event, _MESSAGE.replace("%s", _WHAT[event.trigger])))


def _carried(event: Event, revision: Revision) -> bool:
    """Whether a letter carries its message, or other cases can be waiting for it."""
    papers = revision.before.papers
    return tells_cases(event) or (papers is not None and event.id in papers.letters)


def _passed(event: Event) -> Event:
    return replace(event, trigger=Trigger.NONE, timer=None, condition="", about=None)


ASSUMPTION = Assumption(
    name="nobody_hears",
    severity=Severity.WARNING,
    title="What is sent to nobody is passed, and the way goes on.",
    assume=_assume,
)
