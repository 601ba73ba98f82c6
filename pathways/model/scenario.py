"""A scenario: one person's story through a pathway, with what must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from pathways.model.duration import Duration
from pathways.model.pathway import PeriodUnit

#: When a scenario opens its case if it does not say: a Monday in term time, 9 in the morning.
OPENED_AT = datetime(2027, 1, 11, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioChild:
    """The child or young person of the story. Made up, always."""

    preferred_name: str = "Robin"
    born_on: date = date(2016, 5, 3)
    #: Whether they go to a school or college.
    has_setting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMove:
    """Somebody answers a step."""

    step: str
    #: Question -> answer, as the form takes it (dates as `YYYY-MM-DD`, numbers int or Decimal).
    answers: Mapping[str, Any]
    #: A person of the lane's role, e.g. `"manager_2"`; None for the first of that role.
    by: str | None = None
    #: Name of the error with which the move must be refused; None if it must go through.
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitMove:
    """Time passes, and what falls due happens."""

    duration: Duration
    unit: PeriodUnit = PeriodUnit.CALENDAR


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionMove:
    """An officer relies on an exception that the law knows for a clock."""

    #: The clock's code, e.g. `"FINAL_PLAN"`.
    clock: str
    #: Id of the exception, e.g. `"absence_from_area"`.
    exception: str
    evidence: str
    why: str
    #: What the family is told.
    told: str
    #: Who relies on it, e.g. `"manager_1"`; None for the first case officer.
    by: str | None = None
    #: Name of the error with which the move must be refused; None if it must go through.
    refused: str | None = None


Move = StepMove | WaitMove | ExceptionMove


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What must be so after the last move."""

    #: Ids of the steps with an open task, in any order; None where the story does not say.
    open: tuple[str, ...] | None = None
    #: Id of the end event reached; None where the case must still be active.
    ended: str | None = None
    #: Ids of the steps whose letters were written, in order; None where the story does not say.
    letters: tuple[str, ...] | None = None
    #: Decision -> ids of the rules that fired.
    decided: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    #: Code of a clock -> how its newest one stands: `"running"`, `"met"`, `"missed"`, `"ended"`.
    clocks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: Warnings given, in order: `"FINAL_PLAN P14D"`; None where the story does not say.
    warned: tuple[str, ...] | None = None
    #: Exceptions relied on, in order: `"FINAL_PLAN absence_from_area"`; None likewise.
    excused: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One story that a pathway must carry to its end."""

    name: str
    #: The story in plain words.
    story: str
    child: ScenarioChild
    #: Aware, UTC.
    opened_at: datetime
    moves: tuple[Move, ...]
    expected: Expected
