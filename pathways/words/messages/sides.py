"""What is said of a whole side, or another part of a drawing that stands on its own."""

from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message

NOT_DRAWN = Message("a side of which nothing is drawn", "The steps of this side are not drawn.")
SEVERAL = Message("a side that is there several times", "There are several of this side.")
EMPTY = Message("a part without steps", "No steps are drawn.")
BEGINS = Message("where a part without a start begins", "No start is drawn. It begins with {to}.")
NO_START = Message(
    "a part that begins nowhere", "No start is drawn, and every step follows another."
)
CAN_BEGIN = Message(
    "where a part with several starts begins", "It can begin in several ways: {to}."
)
CALLED = Message("where a part is followed from", "This is followed from {at}.")
DRAWN_TOGETHER = Message("steps with a frame around them", "Drawn together: {list}.")
DRAWN_TOGETHER_AS = Message(
    "steps with a frame around them that has a name", "Drawn together as “{name}”: {list}."
)

MESSAGES = gathered(globals())
