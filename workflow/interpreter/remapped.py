"""What became of a case's tokens on another version, or what is in the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from workflow.interpreter.advances import Awaited, OpenTask
from workflow.model.place import Place, Round

#: A step's answers in the record: step, place, round.
Address = tuple[str, Place, Round]


class Hindrance(Enum):
    """Why a token cannot stand on the other version."""

    #: What it stands at is not there.
    GONE = "gone"
    #: It is drawn inside of something else, or no longer inside of it.
    ELSEWHERE = "elsewhere"
    #: It is something else: a person's step became a letter, a deadline became a message.
    OTHER_KIND = "other_kind"
    #: It is done for each of several in another way, or no longer.
    REPEATED = "repeated"
    #: It calls another process.
    OTHER_CALL = "other_call"
    #: The way on which it came to a join leads there no more.
    WAY_GONE = "way_gone"
    #: Ways would wait for each other for ever at a join.
    WAITS_FOR_EVER = "waits_for_ever"
    #: Two steps are open that are never open together, so that something would be done twice.
    DONE_TWICE = "done_twice"
    #: It has happened as often as the other version lets it.
    TOO_OFTEN = "too_often"
    #: There are more ways on than can be looked through.
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that is in the way of a move."""

    hindrance: Hindrance
    #: Id of the element of the version that the case is on; of the other one for WAITS_FOR_EVER.
    step: str
    #: For DONE_TWICE the second step, as `step`.
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remapped:
    """A case's tokens as they stand on the other version. No token has moved."""

    #: Text; to be given to the next command with the other version.
    snapshot: str
    #: Their tokens are those of before.
    open: tuple[OpenTask, ...]
    #: Those that were awaited before have their tokens of before.
    awaited: tuple[Awaited, ...]
    #: Where the record's answers are read from now on, for those that are to be read at all.
    addresses: Mapping[Address, Address]
