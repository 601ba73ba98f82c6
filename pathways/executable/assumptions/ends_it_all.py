"""An end that reports something to the drawing around it, where there is none."""

from dataclasses import replace

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.hearing import Hearing
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Trigger
from pathways.model.rule import about

_ERROR = (
    "{it} says that something has gone wrong, and nothing is drawn around it that would hear: it "
    "ends the whole case. Draw a send task (if somebody is told), and an end that ends everything."
)
_ESCALATION = (
    "{it} asks somebody higher up, and nothing is drawn around it that would hear: it is passed. "
    "Draw a step for whoever is asked."
)
_RAISED = frozenset({Trigger.ERROR, Trigger.ESCALATION})
_OUTWARDS = frozenset({EventPosition.THROW, EventPosition.END})


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    hearing = Hearing(drawing)
    for event in drawing.events():
        if event.position not in _OUTWARDS or event.trigger not in _RAISED or hearing.hears(event):
            continue
        if event.trigger is Trigger.ERROR and event.position is EventPosition.END:
            if event.scope == drawing.id:
                revision.put(replace(event, trigger=Trigger.TERMINATE, about=None))
            revision.tell(about(event, _ERROR))
        elif event.trigger is Trigger.ESCALATION:
            revision.put(replace(event, trigger=Trigger.NONE, about=None))
            revision.tell(about(event, _ESCALATION))


ASSUMPTION = Assumption(
    name="ends_it_all",
    severity=Severity.WARNING,
    title="An error that nobody around hears ends the whole case.",
    assume=_assume,
)
