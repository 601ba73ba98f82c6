"""What can be marked on a picture."""

from enum import Enum


class Mark(Enum):
    """What is said about a step on top of its shape; the value is how it is said."""

    HERE = "You are here"
    DONE = "Done"
