"""A timer's moment or cycle is one."""

import re
from collections.abc import Iterator
from datetime import datetime

from pathways.checks.ours import is_ours
from pathways.checks.rules.completeness.unknown_period import is_duration
from pathways.model.finding import Severity
from pathways.model.node import Timer, TimerKind
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import shortened

_CYCLE = re.compile(r"R[0-9]*/(?P<every>P.+)")


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    for event in subject.drawing.events():
        if event.timer is not None and event.timer.text:  # without one, it is not for this rule
            problem = _problem(event.timer)
            if problem:
                yield about(event, f"{{it}} {problem}")


def _problem(timer: Timer) -> str:
    text = shortened(timer.text)
    if timer.kind is TimerKind.DATE and not _is_moment(timer.text):
        return f"waits until “{text}”, which is not a moment. Write it as 2027-03-27T09:00:00Z."
    if timer.kind is TimerKind.CYCLE:
        found = _CYCLE.fullmatch(timer.text)
        if found is None or not is_duration(found["every"]):
            return f"repeats “{text}”, which is not a cycle. Write it as R3/P1D."
    return ""


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


RULE = Rule(
    name="bad_time",
    severity=Severity.ERROR,
    title="A timer that waits for a moment, or repeats, says so as ISO 8601 does.",
    look=_look,
    fixed=True,
)
