"""Something is sent that nobody here hears: the way goes on."""

from collections.abc import Mapping
from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.hearing import signal_of
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Trigger
from pathways.model.rule import about

_SENDS = frozenset({EventPosition.THROW, EventPosition.END})
_WHAT: Mapping[Trigger, str] = {
    Trigger.MESSAGE: "sends a message, and nothing carries it",
    Trigger.SIGNAL: "gives a signal, and nothing here hears it",
    Trigger.MULTIPLE: "sends several things, and nothing carries them",
    Trigger.PARALLEL: "sends several things, and nothing carries them",
    Trigger.TIMER: "is a timer that sends, and a time cannot be sent",
    Trigger.CONDITION: "sends a condition, which cannot be sent",
    Trigger.LINK: "jumps to somewhere that is not drawn",
}
_MESSAGE = (
    "{it} %s: it is passed, and nobody is told. Draw a send task, whose letter says what there is "
    "to say."
)


def _assume(revision: Revision) -> None:
    heard = {
        signal_of(event)
        for event in revision.drawing.events()
        if event.trigger is Trigger.SIGNAL and event.position not in _SENDS
    }
    for event in revision.drawing.events():
        if event.trigger is Trigger.SIGNAL and signal_of(event) in heard:
            continue
        if event.position in _SENDS and event.trigger in _WHAT:
            revision.put(_passed(event))
            revision.tell(about(event, _MESSAGE.replace("%s", _WHAT[event.trigger])))


def _passed(event: Event) -> Event:
    return replace(event, trigger=Trigger.NONE, timer=None, condition="", about=None)


ASSUMPTION = Assumption(
    name="nobody_hears",
    severity=Severity.WARNING,
    title="What is sent to nobody is passed, and the way goes on.",
    assume=_assume,
)
