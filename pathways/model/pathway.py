"""A pathway: a drawing with its tables, forms, letters and periods. One document, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from pathways.model.clock import Clock
from pathways.model.decision import Decision
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.form import Form
from pathways.model.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalSource:
    """Where a rule of the pathway comes from."""

    #: E.g. `"Children and Families Act 2014, section 49"`.
    title: str
    #: What it asks, in one plain sentence.
    says: str
    #: The day on which somebody last checked that it still says so.
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a reader wants to know before reading a pathway."""

    name: str
    #: One plain sentence: what it does.
    summary: str
    #: One plain sentence: who it is for.
    who_it_is_for: str
    #: The role, never the person, that answers for it.
    owner: str
    sources: tuple[LegalSource, ...]
    #: When it has to be looked at again.
    review_on: date
    #: What in it is made up, e.g. people and amounts; empty where nothing is.
    fictional: str = ""
    #: Where whoever does any of its steps finds help; empty where each step says it.
    help: str = ""
    #: How much rules of the checks matter here: rule -> severity; None where a rule is off.
    checks: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))


class PeriodUnit(Enum):
    """What the days of a period are."""

    CALENDAR = "calendar"
    #: Monday to Friday without the bank holidays of England.
    WORKING = "working"
    #: Working days on which the child's school or college is not closed.
    SCHOOL = "school"

    @property
    def whole_days(self) -> bool:
        """Whether only whole days can be counted in it."""
        return self is not PeriodUnit.CALENDAR


class PeriodBound(Enum):
    """Which way a council may move a period."""

    #: May be made shorter, never longer.
    AT_MOST = "at most"
    #: May be made longer, never shorter.
    AT_LEAST = "at least"
    #: The council's own target.
    LOCAL = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How long something may or must take: dated data, never code."""

    #: E.g. `"SCHOOL_REPLY"`; the name timers and steps use.
    code: str
    #: ISO 8601 duration: `P10D`, `P6W`, `P3M`. Only whole days where the unit is not calendar days.
    duration: str
    unit: PeriodUnit
    bound: PeriodBound
    #: In words, after "within": `"10 working days"`.
    words: str
    #: The law or the council's own decision that sets it.
    source: str
    in_force_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """Everything that makes up one version.

    `sources` is what is stored and hashed; the rest is read from it.
    """

    #: The process id of the drawing, e.g. `"quick_one_off"`.
    key: str
    about: About
    drawing: Drawing
    #: By decision id, which is the file's stem.
    decisions: Mapping[str, Decision]
    #: By step id, which is the file's stem.
    forms: Mapping[str, Form]
    #: By step id, which is the file's stem.
    letters: Mapping[str, Letter]
    #: By code.
    periods: Mapping[str, Period]
    #: Path inside the pathway's folder -> the file, byte for byte.
    sources: Mapping[str, bytes]
    #: The periods of the law that run in a case, by code.
    clocks: Mapping[str, Clock] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def only_drawn(self) -> bool:
        """Whether it is no more than a drawing and what it is about: a sketch to be tried."""
        return self.sources.keys() <= {"pathway.bpmn", "about.toml"}
