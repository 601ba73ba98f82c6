"""What stands around the sentences: labels, headings, quotation marks, what is counted."""

from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message

STEP = Message("a reference to a step", "step {number}")
STEP_OF = Message("a reference to a step, in the form after 'of', 'to' and 'from'", "step {number}")
STEP_OF_SIDE = Message("a reference to a step of another side", "{step} ({side})")
QUOTED = Message("a name that was drawn, inside of a sentence", "“{text}”")
WITH_STATE = Message("data and the state that it is in", "“{name}” ({state})")
COMMA = Message("between the parts of a list", ", ")
AND = Message("before the last part of a list: all of them", " and ")
OR = Message("before the last part of a list: one of them", " or ")

PART = Message("heading of one of several parts that has no name", "Part {number} of {count}")
PART_NAMED = Message("heading of one of several parts", "Part {number} of {count}: {name}")
NO_NAME = Message("heading of a drawing without a name", "Without a name")
WHO = Message("label: who does it", "Who: {text}")
SOURCE = Message("label: the law that sets a time", "Set by: {text}")
FAMILY = Message("label: what a family reads about a step", "For families: {text}")
EASY_READ = Message("label: the same in easy read", "Easy read: {text}")
STAFF = Message("label: what staff read about a step", "For staff: {text}")
HELP = Message("label: where there is help with a step", "Help: {text}")
WITHIN = Message("one of the steps inside of another step", "This is a part of {at}.")
FOLDED = Message("opens the steps inside of a step", "The steps inside: {first} to {last}")
FOLDED_ONE = Message("opens the only step inside of a step", "The step inside: {first}")

STEPS = Message("how many steps there are", "{count} step.", "{count} steps.")
PARTS = Message("how many parts there are", "{count} part.", "{count} parts.")
GROUPS = Message(
    "how many groups of people take part",
    "{count} group of people takes part.",
    "{count} groups of people take part.",
)
ENDS = Message(
    "in how many ways it can end", "It can end in {count} way.", "It can end in {count} ways."
)
NO_END = Message("nothing says how it ends", "No end is drawn.")
PICTURE = Message("title of a picture", "Picture of the pathway: {name}")
PICTURE_UNNAMED = Message("title of a picture without a name", "Picture of the pathway")
PICTURE_DESCRIPTION = Message(
    "description of a picture",
    "Every shape leads to its step in the list of steps, which says the same in words.",
)

MESSAGES = gathered(globals())
