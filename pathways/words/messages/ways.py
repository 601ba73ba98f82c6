"""Where it goes on. The step that a way leads to is the last reference of its sentence.

Each sentence is there twice where it can also lead back to a step that was told before.
"""

from dataclasses import dataclass

from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message


@dataclass(frozen=True, slots=True)
class WayMessages:
    """One sentence: as it leads on, and as it leads back."""

    on: Message
    back: Message


def _way(key: str, on: str, back: str) -> WayMessages:
    return WayMessages(Message(key, on), Message(f"{key}, leading back", back))


THEN = _way("the only way on", "Then go to {to}{joined}.", "Then go back to {to}{joined}.")
THEN_NAMED = _way(
    "the only way on, with words at the arrow",
    "Then ({when}) go to {to}{joined}.",
    "Then ({when}) go back to {to}{joined}.",
)
ENDS = Message("the only way on, to an end", "Then it ends: {to}{joined}.")
PART_ENDS = Message("the only way on, to the end of a part", "Then this part ends: {to}{joined}.")
SIDE_ENDS = Message(
    "the only way on, to the end of a side way", "Then this side way ends: {to}{joined}."
)
IF = _way(
    "a way with an answer", "If {when}, go to {to}{joined}.", "If {when}, go back to {to}{joined}."
)
OTHERWISE = _way(
    "the way when no other fits",
    "Otherwise, go to {to}{joined}.",
    "Otherwise, go back to {to}{joined}.",
)
OTHERWISE_NAMED = _way(
    "the way when no other fits, with its answer",
    "Otherwise ({when}), go to {to}{joined}.",
    "Otherwise ({when}), go back to {to}{joined}.",
)
EITHER = _way(
    "the first of several ways without answers",
    "Either go to {to}{joined}.",
    "Either go back to {to}{joined}.",
)
OR = _way("one more way without an answer", "Or go to {to}{joined}.", "Or go back to {to}{joined}.")
ALSO = _way(
    "one of several ways that are all taken",
    "At the same time, {to} begins{joined}.",
    "At the same time, {to} begins again{joined}.",
)
ALSO_NAMED = _way(
    "one of several ways that are all taken, with words at the arrow",
    "At the same time ({when}), {to} begins{joined}.",
    "At the same time ({when}), {to} begins again{joined}.",
)
IF_ALSO = _way(
    "one of several ways of which several can be taken, with an answer",
    "If {when}, {to} begins{joined}.",
    "If {when}, {to} begins again{joined}.",
)
NONE_ELSE = _way(
    "the way when none of several fits",
    "If none of these is so, {to} begins{joined}.",
    "If none of these is so, {to} begins again{joined}.",
)
NONE_ELSE_NAMED = _way(
    "the way when none of several fits, with its answer",
    "If none of these is so ({when}), {to} begins{joined}.",
    "If none of these is so ({when}), {to} begins again{joined}.",
)
PERHAPS = _way(
    "one of several ways of which several can be taken, without an answer",
    "Perhaps {to} begins{joined}.",
    "Perhaps {to} begins again{joined}.",
)
FIRST = _way(
    "the way when something happens before anything else",
    "If {what} first, go to {to}{joined}.",
    "If {what} first, go back to {to}{joined}.",
)
NOTHING_AFTER = _way(
    "the way when nothing has happened after a time",
    "If nothing else has happened {time}, go to {to}{joined}.",
    "If nothing else has happened {time}, go back to {to}{joined}.",
)
WHEN = _way(
    "the way of one of several events that must all happen",
    "When {what}, go to {to}{joined}.",
    "When {what}, go back to {to}{joined}.",
)
JOINED = Message(
    "put behind a reference: it waits for other ways",
    ", when the other ways that lead there are done too",
)
CONDITION = Message("a condition as drawn, after 'if'", "“{text}” is true")
ANSWER = Message("an answer, after 'if'", "{text}")

MESSAGES = gathered(globals())
