"""The history of a case in sentences: who, when, what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pathways.model.pathway import Pathway
from webapp.presenters import times
from webapp.presenters.answers import step_name
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
    step = "" if event.step is None else step_name(pathway, event.step)
    if sentence is not None and (step or "{step}" not in sentence):
        return sentence.replace("{step}", step)
    said = _WORD.sub(" ", event.kind).capitalize()
    return f"{said}: “{step}”." if step else f"{said}."
