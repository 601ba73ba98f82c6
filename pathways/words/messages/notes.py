"""What is said of a step besides its ways on: deadlines, what is inside, messages, data."""

from collections.abc import Mapping

from pathways.model.node import Loop
from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message

AT_EDGE = Message("an event at a step", "This can happen during {at}.")
BELONGS = Message("what may have to be done for a step later", "This belongs to {at}.")
DEADLINE_ENDS = Message(
    "a deadline that ends the step",
    "If this is not done {time}, it is stopped and {to} follows.",
)
DEADLINE_BESIDE = Message(
    "a deadline that leaves the step open",
    "If this is not done {time}, {to} follows, and this stays open.",
)
LATE_ENDS = Message(
    "a deadline without a time that ends the step",
    "If this is not done in time, it is stopped and {to} follows.",
)
LATE_BESIDE = Message(
    "a deadline without a time that leaves the step open",
    "If this is not done in time, {to} follows, and this stays open.",
)
AGAIN_BESIDE = Message(
    "a reminder that comes again and again", "As long as this is not done, {to} follows {time}."
)
HAPPENS_ENDS = Message(
    "what may happen meanwhile and ends the step",
    "If {what} meanwhile, this stops and {to} follows.",
)
HAPPENS_BESIDE = Message(
    "what may happen meanwhile and leaves the step open",
    "If {what} meanwhile, {to} follows, and this stays open.",
)
UNDONE_BY = Message("what undoes a step", "If this has to be undone, {to} does that.")
UNDOES = Message("a step that undoes another", "This undoes {at}.")
MEANWHILE_ENDS = Message(
    "steps that begin when something happens, and end the rest",
    "If {what} meanwhile, this begins, and everything else around it stops.",
)
MEANWHILE_BESIDE = Message(
    "steps that begin when something happens, beside the rest",
    "If {what} meanwhile, this begins, and everything else goes on.",
)
TIMED_ENDS = Message(
    "steps that begin at a time, and end the rest",
    "This begins {time}, and everything else around it stops.",
)
TIMED_BESIDE = Message(
    "steps that begin at a time, beside the rest",
    "This begins {time}, and everything else goes on.",
)

INSIDE = Message("where the steps inside of a step begin", "It begins with {to}.")
INSIDE_ANY = Message("the steps inside of a step, without an order", "In any order: {to}.")
INSIDE_EMPTY = Message("a step whose steps are not drawn", "No steps are drawn inside.")
INSIDE_ENDS = Message("an end inside of a step", "What follows is told at {at}.")
FOLLOWS = Message("a call of another part of the drawing", "Here {part} is followed.")
FOLLOWS_UNDRAWN = Message(
    "a call of a pathway that is not in the file", "It is called “{name}”, and is not drawn here."
)
LOOPS: Mapping[Loop, Message] = {
    Loop.STANDARD: Message("a step that is repeated", "This is done again until it is enough."),
    Loop.PARALLEL: Message(
        "a step for each of several, at once",
        "This is done once for each of several, all at the same time.",
    ),
    Loop.SEQUENTIAL: Message(
        "a step for each of several, in turn",
        "This is done once for each of several, one after another.",
    ),
}
LOOPS_OVER: Mapping[Loop, Message] = {
    Loop.PARALLEL: Message(
        "a step for each of what is named, at once",
        "This is done once for each of “{name}”, all at the same time.",
    ),
    Loop.SEQUENTIAL: Message(
        "a step for each of what is named, in turn",
        "This is done once for each of “{name}”, one after another.",
    ),
}
WAITS_FOR_WAYS = Message(
    "a junction that waits", "It goes on here only when all the ways that lead here are done."
)
GOES_ON_AT = Message("a link that leaves", "This goes on at {to}.")
GOES_ON_NOWHERE = Message("a link that leads nowhere", "Where this goes on is not drawn.")
COMES_FROM = Message("a link that arrives", "The way comes here from {at}.")
DEAD_END = Message("a step without a way on", "Nothing is drawn after this.")

SENDS = Message("a message with a name goes to another side", "Sends “{name}” to {to}.")
SENDS_SOMETHING = Message("a message goes to another side", "Sends a message to {to}.")
RECEIVES = Message("a message with a name comes from another side", "“{name}” comes from {at}.")
RECEIVES_SOMETHING = Message("a message comes from another side", "A message comes from {at}.")
SIDE_WITHOUT_NAME = Message("another side without a name, after 'to' and 'from'", "another side")

WRITES_DOWN = Message("what a step writes down", "Fingerpost writes down: {list}.")

USES = Message("data that a step uses", "Uses: {list}.")
MAKES = Message("data that a step makes", "Makes: {list}.")
NOTE = Message("a note beside the way", "Note: {text}")

MESSAGES = gathered(globals())
