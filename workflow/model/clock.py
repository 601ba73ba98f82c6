"""A clock of a case: a period of the law that runs in it, and the exceptions relied on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from pathways.model.london import LONDON
from pathways.model.pathway import PeriodBound


class ClockState(Enum):
    """Where a clock is in its life."""

    RUNNING = "running"
    #: An “at most” reached its target in time; an “at least” gave all of its time.
    MET = "met"
    #: An “at most” came to its end first; an “at least” was cut short.
    MISSED = "missed"
    #: The case came to an end without either.
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What somebody says who relies on an exception; the family reads all of it."""

    #: Id of the exception, e.g. `"absence_from_area"`.
    exception: str
    #: What shows that it applies.
    evidence: str
    #: Why it was impractical to keep the date.
    why: str
    #: What the family is told in the letter.
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliedOn:
    """An exception that a council has relied on for one clock; never changed."""

    said: Reliance
    #: Name of who relied on it.
    by: str
    at: datetime
    letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClock:
    """One clock of one case. Its dates never change."""

    id: str
    case_id: str
    #: Of the period in the pathway and in the law, e.g. `"FINAL_PLAN"`.
    code: str
    #: AT_MOST or AT_LEAST.
    bound: PeriodBound
    started_at: datetime
    #: The first moment after its last day: midnight in London.
    due_at: datetime
    state: ClockState
    #: When the target was reached, in time or not; None until then.
    met_at: datetime | None = None
    #: Since when somebody should look at it: it was warned of, or missed. None where nobody need.
    noticed_at: datetime | None = None
    #: Oldest first.
    relied_on: tuple[ReliedOn, ...] = ()

    @property
    def started_on(self) -> date:
        """The day on which it started, in London."""
        return self.started_at.astimezone(LONDON).date()

    @property
    def last_day(self) -> date:
        """The last day of the period, in London."""
        return self.due_at.astimezone(LONDON).date() - timedelta(days=1)

    @property
    def open(self) -> bool:
        """Whether it runs, or was missed and its target is still to be reached."""
        return self.state is ClockState.RUNNING or (
            self.state is ClockState.MISSED and self.met_at is None
        )

    def days_over(self, now: datetime) -> int:
        """Return by how many days an “at most” was missed so far; 0 where it was not."""
        if self.state is not ClockState.MISSED or self.bound is not PeriodBound.AT_MOST:
            return 0
        return ((self.met_at or now).astimezone(LONDON).date() - self.last_day).days


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockNotice:
    """A clock that somebody should look at, as a worklist tells of it."""

    clock: CaseClock
    case_reference: str
    child_name: str
