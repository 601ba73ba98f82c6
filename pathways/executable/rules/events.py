"""Events that would be lost, or that would wait for something that cannot come."""

from collections.abc import Iterator

from pathways.executable.original import Original
from pathways.executable.rules.complaint import about
from pathways.model.drawing import Drawing, Event, EventPosition, Step, StepKind, Trigger
from pathways.model.finding import Finding, Severity

_WAITS = frozenset({Trigger.TIMER, Trigger.MESSAGE, Trigger.SIGNAL, Trigger.CONDITION})
_FROM_INSIDE = frozenset({Trigger.ERROR, Trigger.ESCALATION})
_RUN = {
    EventPosition.START: frozenset({Trigger.NONE, Trigger.MESSAGE}),
    EventPosition.CATCH: _WAITS,
    EventPosition.THROW: frozenset(
        {Trigger.NONE, Trigger.MESSAGE, Trigger.SIGNAL, Trigger.ESCALATION}
    ),
    EventPosition.BOUNDARY: _WAITS | _FROM_INSIDE,
    EventPosition.END: frozenset({Trigger.NONE, Trigger.TERMINATE}) | _FROM_INSIDE,
}
_WHAT = {
    Trigger.NONE: "waits for nothing",
    Trigger.TIMER: "is a timer",
    Trigger.MESSAGE: "is about a message",
    Trigger.SIGNAL: "is about a signal",
    Trigger.CONDITION: "waits for a condition",
    Trigger.ERROR: "is about an error",
    Trigger.ESCALATION: "is about an escalation",
    Trigger.TERMINATE: "ends everything",
    Trigger.CANCEL: "cancels a transaction",
    Trigger.COMPENSATION: "asks for compensation",
    Trigger.LINK: "is a link to another place of the drawing",
}
_INSTEAD = {
    EventPosition.START: "Draw a plain start: a case begins when somebody opens it.",
    EventPosition.CATCH: "Draw an event that waits for a time or a message.",
    EventPosition.THROW: "Draw a send task, or leave the event out.",
    EventPosition.BOUNDARY: "Draw a timer on the edge of the step, or a choice after it.",
    EventPosition.END: "Draw a send task (if somebody is told), and a plain end after it.",
}
_LINK = "Draw an arrow to that place."
_STARTED_BY_MESSAGE = (
    "{it} waits for a message, and a case begins when somebody opens it: it runs as a plain start."
)
_NO_TIME = (
    "{it} is a timer that does not say when. Write the code of a period of the pathway (for "
    "example SCHOOL_REPLY) or a time such as P14D into its duration."
)
_NO_CONDITION = (
    "{it} waits for a condition and does not say which. Write the condition into it, or draw a "
    "timer."
)
_NOTHING_INSIDE = (
    "{it} waits for something that goes wrong inside a step, and only a sub-process or a call has "
    "an inside. Draw a choice after the step instead."
)
_NOTHING_OUTSIDE = (
    "{it} reports something to the drawing around it, and there is none: it ends the whole "
    "pathway. Draw a plain end."
)


def events(drawing: Drawing, original: Original) -> Iterator[Finding]:
    """Yield a finding for every event that would be lost, and for what a start is read as."""
    for event in drawing.events():
        if event.trigger not in _RUN[event.position]:
            instead = _LINK if event.trigger is Trigger.LINK else _INSTEAD[event.position]
            message = f"{{it}} {_WHAT[event.trigger]}, which does not run here. {instead}"
            yield about(event, _rule_of(event), message)
        else:
            yield from _incomplete(event, drawing, original)


def _rule_of(event: Event) -> str:
    return f"{event.trigger.name.lower()}_{event.position.name.lower()}"


def _incomplete(event: Event, drawing: Drawing, original: Original) -> Iterator[Finding]:
    if event.trigger is Trigger.TIMER and (event.timer is None or not event.timer.text):
        yield about(event, "timer_without_time", _NO_TIME)
    if event.trigger is Trigger.CONDITION and not original.condition(event.id):
        yield about(event, "event_without_condition", _NO_CONDITION)
    if event.position is EventPosition.START and event.trigger is Trigger.MESSAGE:
        yield about(event, "message_start", _STARTED_BY_MESSAGE, severity=Severity.ADVICE)
    if event.trigger in _FROM_INSIDE:
        yield from _misplaced(event, drawing)


def _misplaced(event: Event, drawing: Drawing) -> Iterator[Finding]:
    if event.position is EventPosition.BOUNDARY:
        around = drawing.nodes.get(event.attached_to or "")
        if not (isinstance(around, Step) and around.kind in {StepKind.SUB_PROCESS, StepKind.CALL}):
            yield about(event, "nothing_inside", _NOTHING_INSIDE)
    elif event.inside is None:
        yield about(event, "nothing_outside", _NOTHING_OUTSIDE)
