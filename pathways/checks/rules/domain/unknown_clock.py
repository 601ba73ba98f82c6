"""A clock is a period that the law sets, and periods.toml says how long it is here."""

from collections.abc import Iterator

from pathways.checks.rules.domain.clocks import clocks_of
from pathways.checks.rules.domain.complaint import CLOCKS, about_code
from pathways.law import STATUTES
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import did_you_mean, shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    for clock in clocks_of(subject):
        problem = _problem(clock.code, subject)
        if problem:
            yield about_code(subject, CLOCKS, clock.code, problem)


def _problem(code: str, subject: Subject) -> str:
    if code not in STATUTES:
        return (
            f"The clock “{shortened(code)}” is none that the law sets."
            f"{did_you_mean(code, STATUTES)} For a target of your own write a period in "
            f"periods.toml and name it in the drawing. Those of the law are: {', '.join(STATUTES)}."
        )
    if subject.pathway is not None and code not in subject.pathway.periods:
        newest = STATUTES[code][-1]
        return (
            f"The clock {code} has no period. Write [{code}] in periods.toml: the law says "
            f"{newest.bound.value} {newest.words} ({newest.source})."
        )
    return ""


RULE = Rule(
    name="unknown_clock",
    severity=Severity.ERROR,
    title="Every clock is a period of the law, with its length in periods.toml.",
    look=_look,
    fixed=True,
)
