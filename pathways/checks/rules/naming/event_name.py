"""An event's name says what has happened or is waited for."""

from collections.abc import Iterator

from pathways.checks.english import is_done, is_verb, words_in
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about

#: What an end does last may be named as something to do: “Send the letter”.
_CALM = frozenset({Trigger.NONE, Trigger.TIMER, Trigger.TERMINATE})
_EMPTY = {
    EventPosition.START: frozenset({"start", "begin", "beginning", "started", "go", "start event"}),
    EventPosition.END: frozenset(
        {"end", "ended", "stop", "finish", "exit", "the end", "end event"}
    ),
}


def _look(subject: Subject) -> Iterator[Complaint]:
    for event in subject.drawing.events():
        words = words_in(event.name)
        if not words or event.inside or event.position is EventPosition.THROW:
            continue
        if " ".join(words) in _EMPTY.get(event.position, ()):
            yield about(
                event,
                "The name {it} says nothing that the circle does not say. Name it by what has "
                "happened: “Request received”, “Request agreed”.",
            )
        elif event.trigger in _CALM and _orders(words):
            yield about(
                event,
                "The name {it} is something to do, and nobody does an event. Say what has happened "
                "or is waited for: “Letter sent”, “Answer overdue”; or draw a step.",
            )


def _orders(words: list[str]) -> bool:
    return len(words) > 1 and is_verb(words[0]) and not any(is_done(word) for word in words[1:])


RULE = Rule(
    name="event_name",
    severity=Severity.ADVICE,
    title="An event is named by what has happened or is waited for.",
    look=_look,
)
