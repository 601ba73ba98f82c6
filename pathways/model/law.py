"""What the law says of a period: data with the days from and until which it says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pathways.model.pathway import PeriodBound, PeriodUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class LawfulException:
    """A reason for which the law lets a council be late, where keeping the date is impractical."""

    #: E.g. `"absence_from_area"`.
    id: str
    #: Its paragraph within the regulation, e.g. `"(d)"`.
    paragraph: str
    #: For staff, as a heading: `"The family was away from the area"`.
    title: str
    #: For staff: what must be so, in a sentence.
    asks: str
    #: For the family, in a sentence.
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """One period that the law sets, as it is from one day on."""

    #: E.g. `"FINAL_PLAN"`: the code of the period in a pathway.
    code: str
    in_force_on: date
    #: The last day on which it is the law; None while nobody has changed it.
    until: date | None
    #: ISO 8601.
    duration: str
    unit: PeriodUnit
    #: Which way a council may move it; never LOCAL.
    bound: PeriodBound
    #: Whether the day of the event is the first day of the period.
    counts_first_day: bool
    #: In words, after “at most” or “at least”.
    words: str
    source: str
    #: For staff, as a heading: `"Issue the final plan"`.
    title: str
    #: For the family, in a sentence; `{date}` stands for its last day.
    family: str
    #: Exception id -> where the law says it, e.g. `"SEND Regulations, regulation 13(3)(d)"`.
    exceptions: Mapping[str, str]

    def holds_on(self, day: date) -> bool:
        """Whether it is the law on a day."""
        return self.in_force_on <= day and (self.until is None or day <= self.until)
