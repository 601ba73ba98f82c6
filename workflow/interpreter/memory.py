"""What a token remembers between two commands: never an answer, never anything of the drawing."""

from typing import TypedDict, cast

from SpiffWorkflow.task import Task


class Memory(TypedDict, total=False):
    """All of it; an ordinary token remembers nothing."""

    #: Key of the loop item that this token works on.
    key: str
    #: A waiting join token's origin: the node that it came from.
    source: str
    #: Id of the event that has occurred.
    occurred: str
    #: Timer event -> when it falls due, ISO 8601.
    due: dict[str, str]
    #: Repeating timer event -> when its first turn began, and how many turns have passed.
    began: dict[str, str]
    passed: dict[str, int]
    #: Repeating timer event -> how often it still occurs; missing for ever.
    left: dict[str, int]
    #: Conditional events whose condition was true when it was last looked at.
    true: list[str]
    #: Start events of event sub-processes that will not occur again.
    spent: list[str]
    #: Name of a turn -> its number, for turns that may go on without this token.
    turns: dict[str, int]
    #: A repeated step: number of items, items completed, keys not yet begun.
    total: int
    done: int
    remaining: list[str]


def memory(token: Task) -> Memory:
    """Return what a token remembers, to be read and changed."""
    return cast("Memory", token.internal_data)
