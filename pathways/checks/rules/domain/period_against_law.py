"""No period of the law is moved against its bound."""

from collections.abc import Iterator

from pathways.checks.lengths import days_in
from pathways.checks.rules.domain.complaint import PERIODS, about_code
from pathways.law import STATUTES
from pathways.model.finding import Severity
from pathways.model.law import Statute
from pathways.model.pathway import Period, PeriodBound
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    if subject.pathway is None:
        return
    for code, period in subject.pathway.periods.items():
        statute = law_of(period) if code in STATUTES else None
        problem = "" if statute is None else _problem(period, statute)
        if statute is not None and problem:
            message = f"The period {code} {problem} Source: {statute.source}."
            yield about_code(subject, PERIODS, code, message)


def law_of(period: Period) -> Statute:
    """Return what the law says of a period of the law from the day on which it is in force here.

    A period that claims to be older than the law, or to outlive it, is held against the law that is
    nearest.
    """
    dated = STATUTES[period.code]
    begun = [one for one in dated if one.in_force_on <= period.in_force_on]
    return begun[-1] if begun else dated[0]


def _problem(period: Period, statute: Statute) -> str:
    bound = statute.bound.value
    if period.bound is not statute.bound:
        return (
            f"is set by law as “{bound}” {statute.words}, and here its bound is "
            f"“{period.bound.value}”. Write bound = “{bound}”, or give your own target another "
            "code."
        )
    days, limit = days_in(period.duration, period.unit), days_in(statute.duration, statute.unit)
    longer = statute.bound is PeriodBound.AT_MOST and days > limit
    shorter = statute.bound is PeriodBound.AT_LEAST and days < limit
    if longer or shorter:
        allowed = "shorter, never longer" if longer else "longer, never shorter"
        return (
            f"is {shortened(period.words)} here, and the law says {bound} {statute.words}. A "
            f"council may make it {allowed}."
        )
    return ""


RULE = Rule(
    name="period_against_law",
    severity=Severity.ERROR,
    title="No period of the law is made longer, or shorter, than the law lets it be.",
    look=_look,
)
