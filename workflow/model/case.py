"""A case: one run of one version of a pathway, for one child or young person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from pathways.feel import Value
from pathways.model.decision import Outcome
from pathways.model.pathway import Pathway
from workflow.model.actor import CASE_OFFICER, Party
from workflow.model.clock import CaseClock
from workflow.model.correction import Correction
from workflow.model.news import AwaitedNews, NewsKind
from workflow.model.place import Place
from workflow.model.task import Task
from workflow.model.version import Version


class CaseStatus(Enum):
    """Where a case is in its life."""

    ACTIVE = "active"
    #: Nobody can send anything until somebody lets it go on.
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    #: Stopped by an officer; what is needed is done in another way.
    TERMINATED = "terminated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """The child or young person that a case is about."""

    id: str
    preferred_name: str
    born_on: date
    #: The school or college they go to; None where they have none.
    setting_id: str | None
    setting: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The facts of a case without its record."""

    id: str
    #: What people say on the telephone, e.g. `"FP-7K2M-9Q"`.
    reference: str
    version_id: str
    child: Child
    status: CaseStatus
    opened_at: datetime
    completed_at: datetime | None
    #: Id of the end event reached; None before, and where the case was terminated.
    outcome: str | None
    #: Counts saves; a command that read an older one writes nothing.
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One line of an actor's list of cases."""

    case: Case
    pathway_name: str
    #: The role in which the actor reads it.
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A case that has just begun."""

    case: Case
    #: The first task of the one who opened it; None where the first step is somebody else's.
    task: Task | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """A task that has just been completed."""

    case_id: str
    task: Task
    #: The next task of the same actor in the same case; None where it is somebody else's turn.
    next_task: Task | None


@dataclass(frozen=True, slots=True)
class Values:
    """What a step worked out, or what a message of another case brought."""

    #: Name -> typed FEEL value.
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One completed step in the case record: append-only."""

    #: Counts the rows of this case from 1.
    sequence: int
    step: str
    #: What a person gave the form, by question, or typed values by name where `by_itself`; empty
    #: for a decision.
    answers: Mapping[str, Any]
    #: What a decision table answered; None for a person's step.
    outcome: Outcome | None
    by: str
    #: Role (lane id) in which they answered.
    role: str
    at: datetime
    #: At which items of repeated steps it was; empty outside of any.
    place: Place = ()
    #: Whether nobody answered: a step worked it out, or a message brought it.
    by_itself: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, in the past tense; chained by hash to the one before."""

    sequence: int
    at: datetime
    #: `CaseOpened`, `TaskOffered`, `TaskCompleted`, `TaskExited`, `DecisionMade`, `ValuesWritten`,
    #: `TimerFired`, `LetterWritten`, `CaseCompleted`, and of clocks
    #: `ClockStarted`, `ClockWarned`, `ClockMet`, `ClockMissed`, `ClockMetLate`, `ClockCutShort`,
    #: `ClockEnded`, `ExceptionReliedOn`; what officers put right is in `CorrectionKind`.
    kind: str
    #: Name of who did it.
    by: str
    #: The step that it is about; None for the whole case.
    step: str | None
    #: More of it: `flows` travelled, `rules` fired, `letter` written. Nothing personal.
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A letter of a case."""

    id: str
    step: str
    to_role: str
    to_name: str
    subject: str
    body: str
    written_at: datetime
    #: None until it has left the outbox.
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A letter on its way out of the house."""

    letter: Sent
    case_id: str
    #: E-mail addresses of those it is written to; those who have none are missing.
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A deadline that the case is waiting for."""

    #: Id of the timer event in the drawing.
    step: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Everything that a party who may read the whole case sees of it."""

    case: Case
    version: Version
    #: The pathway as it runs, with the steps and forms that were made up where it is silent.
    running: Pathway
    #: Id of a made-up step -> id of what is drawn there.
    stands_for: Mapping[str, str]
    #: The role in which the actor reads it.
    role: str
    parties: tuple[Party, ...]
    open_tasks: tuple[Task, ...]
    record: tuple[Answered, ...]
    history: tuple[Event, ...]
    letters: tuple[Sent, ...]
    waits: tuple[Wait, ...]
    #: The messages, signals and conditions that the case waits for, the longest wait first.
    news: tuple[AwaitedNews, ...]
    #: The periods of the law that run or ran in it, by when they end.
    clocks: tuple[CaseClock, ...]
    #: Ids of those clocks for which this actor may rely on an exception.
    excusable: frozenset[str]
    #: What officers put right, oldest first.
    corrections: tuple[Correction, ...]
    #: Ids of the sequence flows travelled so far.
    travelled: frozenset[str]

    def may_say(self, wait: AwaitedNews) -> bool:
        """Whether the actor may say that news has come."""
        return wait.kind is not NewsKind.CONDITION and self.role in {wait.role, CASE_OFFICER}

    def drawn(self, step_id: str) -> str:
        """Return the id of what is drawn where a step stands: its own, unless it was made up."""
        return self.stands_for.get(step_id, step_id)
