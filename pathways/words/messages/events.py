"""What events are about: what comes, what is sent, what goes wrong."""

from collections.abc import Mapping

from pathways.model.node import Trigger
from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message

#: Clauses that stand after "if", "when" and "until".
HAPPENS_NAMED = Message("after 'if', 'when', 'until': an event", "“{name}” happens")
HAPPENS: Mapping[Trigger, Message] = {
    Trigger.NONE: Message("after 'if', 'when', 'until': any event", "something happens"),
    Trigger.TIMER: Message("after 'if', 'when', 'until': a time", "the time has come"),
    Trigger.MESSAGE: Message("after 'if', 'when', 'until': a message", "a message comes"),
    Trigger.SIGNAL: Message("after 'if', 'when', 'until': a signal", "news comes"),
    Trigger.CONDITION: Message("after 'if', 'when', 'until': a condition", "something becomes so"),
    Trigger.ERROR: Message("after 'if', 'when', 'until': an error", "something goes wrong"),
    Trigger.ESCALATION: Message("after 'if', 'when', 'until': an escalation", "it is passed up"),
    Trigger.CANCEL: Message("after 'if', 'when', 'until': a cancellation", "it is called off"),
    Trigger.COMPENSATION: Message(
        "after 'if', 'when', 'until': a compensation", "it has to be undone"
    ),
    Trigger.PARALLEL: Message(
        "after 'if', 'when', 'until': all of several events", "several things have happened"
    ),
}
HAPPENS_ABOUT: Mapping[Trigger, Message] = {
    Trigger.MESSAGE: Message(
        "after 'if', 'when', 'until': a message with a name", "“{name}” comes"
    ),
    Trigger.SIGNAL: Message(
        "after 'if', 'when', 'until': a signal with a name", "the news “{name}” comes"
    ),
    Trigger.CONDITION: Message(
        "after 'if', 'when', 'until': a condition as drawn", "“{name}” becomes true"
    ),
    Trigger.ERROR: Message(
        "after 'if', 'when', 'until': an error with a name", "the problem “{name}” comes up"
    ),
    Trigger.ESCALATION: Message(
        "after 'if', 'when', 'until': an escalation with a name", "“{name}” is passed up"
    ),
}

BEGINS_WHEN = Message("a start, when it begins", "It begins when {what}")
PART_BEGINS_WHEN = Message(
    "a start inside of a step, when it begins", "This part begins when {what}"
)
BEGINS_AT_TIME = Message("a start, at a time", "It begins at a set time")
PART_BEGINS_AT_TIME = Message(
    "a start inside of a step, at a time", "This part begins at a set time"
)
WAITS_UNTIL = Message("a wait, until when", "It waits until {what}")
MAY_HAPPEN = Message("an event at a step, what may happen", "It may happen meanwhile that {what}")

#: What is sent where an event sends something, or where it ends. No full stop.
SENDS_ABOUT: Mapping[Trigger, Message] = {
    Trigger.MESSAGE: Message("a message with a name is sent", "“{name}” is sent"),
    Trigger.SIGNAL: Message(
        "a signal with a name is sent", "Everybody who waits for the news “{name}” is told"
    ),
    Trigger.ESCALATION: Message(
        "an escalation with a name", "“{name}” is passed up to somebody else"
    ),
}
ENDS_WITH: Mapping[Trigger, Message] = {
    Trigger.MESSAGE: Message("an end that sends a message", "A message is sent."),
    Trigger.SIGNAL: Message("an end that sends a signal", "Everybody who waits for this is told."),
    Trigger.ERROR: Message("an end with an error", "Something has gone wrong."),
    Trigger.ESCALATION: Message("an end with an escalation", "It is passed up to somebody else."),
    Trigger.TERMINATE: Message(
        "an end that ends everything", "Everything else that is still open stops too."
    ),
    Trigger.CANCEL: Message(
        "an end that cancels", "The whole is called off, and what was done is undone."
    ),
    Trigger.COMPENSATION: Message("an end that compensates", "What was done is undone."),
    Trigger.MULTIPLE: Message("an end that sends several things", "Others are told."),
}
ENDS_WITH_ABOUT: Mapping[Trigger, Message] = {
    Trigger.MESSAGE: Message("an end that sends a message with a name", "“{name}” is sent."),
    Trigger.SIGNAL: Message(
        "an end that sends a signal with a name",
        "Everybody who waits for the news “{name}” is told.",
    ),
    Trigger.ERROR: Message(
        "an end with an error that has a name", "Something has gone wrong: “{name}”."
    ),
    Trigger.ESCALATION: Message(
        "an end with an escalation that has a name", "“{name}” is passed up to somebody else."
    ),
}

MESSAGES = gathered(globals())
