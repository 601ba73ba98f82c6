"""What can be asked of a case's tokens: begin, complete a task, let an event occur, look again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Begin: a token is put on the start event."""


@dataclass(frozen=True, slots=True)
class Complete:
    """A person has done the step. Its answers are in the record already."""

    #: Token of the open task (`OpenTask.token`).
    task: str


@dataclass(frozen=True, slots=True)
class Occur:
    """A deadline has come, or a message has arrived. What it says is in the record already."""

    #: Token that waits (`Awaited.token`).
    task: str
    #: Id of the event in the drawing (`Awaited.step`): one token can wait for several.
    step: str


@dataclass(frozen=True, slots=True)
class Look:
    """Facts have changed: look at the conditional events again."""


Command = Start | Complete | Occur | Look
