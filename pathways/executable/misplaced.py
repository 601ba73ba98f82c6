"""Events whose trigger does not run where they stand: what the refusals of triggers share."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pathways.executable.running import running_nodes
from pathways.model.drawing import Drawing
from pathways.model.node import Event, EventPosition, Step, Trigger
from pathways.model.rule import Complaint, Subject, about

_INSTEAD: Mapping[EventPosition, str] = MappingProxyType(
    {
        EventPosition.START: "Draw a plain start: a case begins when somebody opens it.",
        EventPosition.CATCH: "Draw an event that waits for a time, or a step for a person.",
        EventPosition.THROW: "Draw a send task (if somebody is told), or leave the event out.",
        EventPosition.BOUNDARY: "Draw a timer on the edge of the step, or a choice after it.",
        EventPosition.END: "Draw a send task (if somebody is told), and a plain end after it.",
    }
)
_WHERE: Mapping[EventPosition, str] = MappingProxyType(
    {
        EventPosition.START: "at a start",
        EventPosition.CATCH: "in the middle of the way",
        EventPosition.THROW: "in the middle of the way",
        EventPosition.BOUNDARY: "on the edge of a step",
        EventPosition.END: "at an end",
    }
)


def misplaced(
    trigger: Trigger,
    *,
    says: str,
    runs: frozenset[EventPosition] = frozenset(),
    instead: str = "",
) -> Callable[[Subject], Iterator[Complaint]]:
    """Return a look for events with a trigger at a place where it does not run.

    Args:
        trigger: What the events wait for or send.
        says: What such an event does, after its name: `"waits for a time"`.
        runs: The places where it does run; everywhere else it is a complaint.
        instead: What to draw instead, where it is the same at every place.
    """

    def look(subject: Subject) -> Iterator[Complaint]:
        for event in running_nodes(subject.drawing, Event):
            lost = event.trigger is trigger and event.position not in runs
            heard = trigger is Trigger.ERROR and begins_by_event(event, subject.drawing)
            if lost and not heard:
                advice = instead or _INSTEAD[event.position]
                message = f"{{it}} {says}, which does not run {_WHERE[event.position]}."
                yield about(event, f"{message} {advice}")

    return look


def begins_by_event(event: Event, drawing: Drawing) -> bool:
    """Whether it is the start of a sub-process that an event starts."""
    around = drawing.nodes.get(event.inside or "")
    starts = event.position is EventPosition.START
    return starts and isinstance(around, Step) and around.by_event
