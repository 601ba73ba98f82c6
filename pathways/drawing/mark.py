"""What can be said about an element on its picture."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar


class Form(Enum):
    """What a mark looks like; each is another sign, whatever its colour."""

    #: A ring, and a fingerpost that says so.
    HERE = "here"
    #: A tick.
    DONE = "done"
    #: No sign but its words, e.g. `"31 cases"`.
    COUNT = "count"
    #: A plus.
    ADDED = "added"
    #: A cross through the shape.
    REMOVED = "removed"
    #: A pencil.
    REWORDED = "reworded"
    #: An arrow.
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is said about an element on its picture, seen by its form and its words."""

    form: Form
    #: In the reader's language: `"You are here"`, `"3 comments"`.
    said: str

    #: In English.
    HERE: ClassVar["Mark"]
    #: In English.
    DONE: ClassVar["Mark"]


Mark.HERE = Mark(Form.HERE, "You are here")
Mark.DONE = Mark(Form.DONE, "Done")
