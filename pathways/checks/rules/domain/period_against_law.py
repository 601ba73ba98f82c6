"""No period of the law is moved against its bound."""

from collections.abc import Iterator

from pathways.checks.lengths import days_in
from pathways.checks.statutes import STATUTORY, Statute
from pathways.model.finding import Severity
from pathways.model.pathway import Period, PeriodBound
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import shortened

_FILE = "periods.toml"


def _look(subject: Subject) -> Iterator[Complaint]:
    if subject.pathway is None:
        return
    for code, period in subject.pathway.periods.items():
        statute = STATUTORY.get(code)
        problem = "" if statute is None else _problem(period, statute)
        if statute is not None and problem:
            yield Complaint(
                message=f"The period {code} {problem} Source: {statute.source}.",
                element=code,
                file=_FILE,
                line=_line(subject.pathway.sources.get(_FILE, b""), code),
            )


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


def _line(source: bytes, code: str) -> int | None:
    """Return the line of a period's head in the file."""
    head = f"[{code}]".encode()
    lines = (number for number, line in enumerate(source.splitlines(), 1) if line.strip() == head)
    return next(lines, None)


RULE = Rule(
    name="period_against_law",
    severity=Severity.ERROR,
    title="No period of the law is made longer, or shorter, than the law lets it be.",
    look=_look,
)
