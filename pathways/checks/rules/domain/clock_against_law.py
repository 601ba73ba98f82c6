"""A clock knows no other exceptions than the law, and warns before its end."""

from collections.abc import Iterator

from pathways.checks.lengths import days_in
from pathways.checks.rules.domain.clocks import lawful
from pathways.checks.rules.domain.complaint import CLOCKS, about_code
from pathways.model.clock import Clock
from pathways.model.duration import read_duration
from pathways.model.finding import Severity
from pathways.model.law import Statute
from pathways.model.pathway import Period, PeriodUnit
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    for clock, period, law in lawful(subject):
        for problem in (*_exceptions(clock, law), *_lengths(clock, period)):
            yield about_code(subject, CLOCKS, clock.code, problem)


def _exceptions(clock: Clock, law: Statute) -> Iterator[str]:
    for name in clock.exceptions or ():
        if name not in law.exceptions:
            known = ", ".join(law.exceptions) or "none"
            yield (
                f"The clock {clock.code} names the exception “{shortened(name)}”, which the law "
                f"does not know for it ({law.source}). Take it away, or name one of: {known}."
            )


def _lengths(clock: Clock, period: Period) -> Iterator[str]:
    duration = read_duration(period.duration)
    if duration.hours or duration.minutes or duration.seconds:
        yield (
            f"The clock {clock.code} takes {shortened(period.duration)}, and a clock ends with a "
            "day. Write whole days, weeks or months."
        )
    length = days_in(period.duration, period.unit)
    for warning in clock.warnings:
        if days_in(warning, PeriodUnit.CALENDAR) >= length:
            yield (
                f"The clock {clock.code} warns {warning} before its end, and it takes only "
                f"{shortened(period.words)}. Write a shorter time, such as P3D."
            )


RULE = Rule(
    name="clock_against_law",
    severity=Severity.ERROR,
    title="A clock knows the exceptions of the law alone, and its warnings come while it runs.",
    look=_look,
)
