"""What officers put right in a case: each with its reason, nothing of it ever taken back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum


class CorrectionKind(Enum):
    """What was put right; the value is the kind of its event in the history."""

    SUSPENDED = "CaseSuspended"
    RESUMED = "CaseResumed"
    WENT_BACK = "WentBack"
    SKIPPED = "TaskSkipped"
    CHANGED = "AnswersChanged"
    DELEGATED = "TaskDelegated"
    HANDED_OVER = "PartyChanged"
    TERMINATED = "CaseTerminated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """A step that is done outside, so that nobody is left without what they need."""

    what: str
    #: The person or team that does it.
    who: str
    #: By when at the latest.
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an officer said of a correction."""

    #: For those who work on the case.
    reason: str
    #: What the family reads, in plain words; empty where it does not concern them.
    told: str = ""
    #: When somebody looks at a suspended case again.
    look_again_on: date | None = None
    #: What is done instead, where a case is terminated.
    instead: Substitute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form on which something is put right."""

    said: Said
    #: Idempotency key: the same key again changes nothing more.
    key: str
    #: The save of the case that was looked at: what has changed since is looked at first.
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that was put right in a case."""

    #: Of the event that tells of it.
    sequence: int
    kind: CorrectionKind
    #: The step that it is about; None for the whole case.
    step: str | None
    said: Said
    by: str
    at: datetime
    #: The letter that tells the family; None where it does not concern them.
    letter_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """That a case is suspended: nobody can send anything meanwhile."""

    by: str
    since: datetime
    look_again_on: date | None = field(default=None)
