"""Where the tokens stopped after a command, and what they met on their way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from pathways.feel import Value
from pathways.model.decision import Outcome
from workflow.model.place import Place, Round


class Awaits(Enum):
    """What kind of thing a waiting token waits for."""

    TIMER = "timer"
    MESSAGE = "message"
    SIGNAL = "signal"
    #: Looked at by every command; never named in `Occur`.
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A step that waits for a person."""

    #: Unique in this case for ever, e.g. `"12"`; it stays the same while the task is open.
    #: Two cases have tokens of the same name.
    token: str
    step: str
    place: Place
    round: Round
    #: Ids of the sub-processes and calls that it stands in, innermost first.
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Awaited:
    """An event that may occur now."""

    #: Unique in this case, as `OpenTask.token`. Together with `step` it names the wait.
    token: str
    #: Id of the event (or receive task) in the drawing.
    step: str
    place: Place
    #: Where the caller stores what a message says, before `Occur`.
    round: Round
    kind: Awaits
    #: When a timer falls due; aware, UTC. None for everything else.
    due_at: datetime | None = None
    #: Name of the message or signal; empty for everything else.
    name: str = ""
    #: Ids of the sub-processes and calls that it stands in, innermost first.
    inside: tuple[str, ...] = ()
    #: What a rule could name there, for what a message must be about; empty for everything else.
    scope: Mapping[str, Value] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision table was asked."""

    step: str
    place: Place
    round: Round
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Acted:
    """A step did by itself what its action says."""

    step: str
    place: Place
    round: Round
    #: What it wrote down, by name; already in the record that was given.
    values: Mapping[str, Value]
    #: What a rule could name there and then.
    scope: Mapping[str, Value] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    """A send task, or an event that sends a message or signal, was passed."""

    step: str
    place: Place
    round: Round
    #: Name of the message or signal; empty where none is drawn.
    name: str = ""
    #: What a rule could name there and then, for the letter that is written.
    scope: Mapping[str, Value] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Advance:
    """Where tokens stopped after a command. Every list is in the order in which it happened."""

    #: Text; to be given to the next command as it is.
    snapshot: str
    open: tuple[OpenTask, ...]
    awaited: tuple[Awaited, ...]
    #: Already in the record that was given; to be stored by the caller.
    decided: tuple[Decided, ...]
    acted: tuple[Acted, ...]
    sent: tuple[Sent, ...]
    #: Ids of the end events reached, those of sub-processes included.
    ended: tuple[str, ...]
    #: Ids of the sequence flows travelled.
    travelled: tuple[str, ...]
    #: Whether nothing is left to do or to wait for.
    done: bool
