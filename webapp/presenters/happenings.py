"""The history of a case in sentences: who, when, what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pathways.law import EXCEPTIONS, statute
from pathways.model.duration import read_duration
from pathways.model.pathway import Pathway
from webapp.presenters import times
from webapp.presenters.answers import step_name
from workflow.clocks import words
from workflow.model.case import Event

_SENTENCES = {
    "CaseOpened": "The case began.",
    "TaskOffered": "“{step}” began to wait.",
    "TaskCompleted": "“{step}” was done.",
    "TaskExited": "“{step}” was taken back: the case went on without it.",
    "DecisionMade": "The table of “{step}” answered.",
    "ValuesWritten": "“{step}”: this was written down.",
    "TimerFired": "“{step}”: time was up.",
    "LetterWritten": "“{step}”: the letter was written.",
    "CaseCompleted": "The case ended: “{step}”.",
    "ClockStarted": "A time set by law began: “{law}”.",
    "ClockWarned": "The time set by law for “{law}” ends in {before}.",
    "ClockMet": "The time set by law for “{law}” was kept.",
    "ClockMissed": "The time set by law for “{law}” ended, and it was not done.",
    "ClockMetLate": "“{law}” was done after the time set by law.",
    "ClockCutShort": "The time that the law gives for “{law}” was cut short.",
    "ClockEnded": "The case ended before the time set by law for “{law}” did.",
    "ExceptionReliedOn": "An exception of the law was relied on for “{law}”: {exception}.",
}
_SENTENCES |= {
    "CaseSuspended": "The case was paused.",
    "CaseResumed": "The case went on after a pause.",
}
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the history."""

    at: str
    by: str
    what: str


def happenings(pathway: Pathway, history: Iterable[Event]) -> tuple[Happening, ...]:
    """Return the history of a case, newest first."""
    newest = sorted(history, key=lambda event: event.sequence, reverse=True)
    return tuple(
        Happening(at=times.moment(event.at), by=event.by, what=_what(pathway, event))
        for event in newest
    )


def _what(pathway: Pathway, event: Event) -> str:
    sentence = _SENTENCES.get(event.kind)
    if sentence is not None and "clock" in event.details:
        return sentence.format(**_of_clock(event))
    step = "" if event.step is None else step_name(pathway, event.step)
    if sentence is not None and (step or "{step}" not in sentence):
        return sentence.replace("{step}", step)
    said = _WORD.sub(" ", event.kind).capitalize()
    return f"{said}: “{step}”." if step else f"{said}."


def _of_clock(event: Event) -> dict[str, str]:
    code, before = event.details["clock"], event.details.get("before", "")
    law = statute(code, times.day_of(event.at))
    exception = EXCEPTIONS.get(event.details.get("exception", ""))
    return {
        "law": law.title if law else code,
        "before": words(read_duration(before)) if before else "",
        "exception": exception.title.lower() if exception else "",
    }
