"""When the time of the law is up, the drawing says what happens."""

from collections.abc import Iterator

from pathways.checks.rules.domain.clocks import lawful
from pathways.checks.rules.domain.complaint import CLOCKS, about_code
from pathways.model.finding import Severity
from pathways.model.pathway import PeriodBound
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    for clock, period, law in lawful(subject):
        if period.bound is PeriodBound.AT_MOST and not clock.back_stop:
            yield about_code(
                subject,
                CLOCKS,
                clock.code,
                f"When the clock {clock.code} (“{law.title}”) runs out, nothing moves the case on. "
                f"Draw a timer event that takes {clock.code}, with what happens then, and name it "
                "in clocks.toml as back_stop.",
            )


RULE = Rule(
    name="clock_without_back_stop",
    severity=Severity.WARNING,
    title="When a clock runs out, a drawn timer moves the case on.",
    look=_look,
)
