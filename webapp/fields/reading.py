"""What a browser sent -> answers. Never raises: whatever cannot be read becomes a problem."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pathways.forms import asked
from pathways.model.form import Form, Question, Widget
from webapp.fields import typed
from webapp.fields.entries import DATE_PARTS, Entries, names

_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What somebody entered on a page."""

    #: Question -> answer, also where the question was not asked. What could not be read is there
    #: as it was typed.
    answers: Mapping[str, Any]
    #: Question -> what to put right, for the questions that were asked.
    problems: Mapping[str, str]
    #: The questions that these answers call for.
    asked: frozenset[str]
    #: The questions that other answers on the same page leave out, although something was entered.
    left_out: tuple[str, ...]

    @property
    def sent(self) -> dict[str, Any]:
        """The answers that count: those of questions that were asked."""
        return {name: self.answers[name] for name in self.answers if name not in self.left_out}


def read(form: Form, entries: Entries, *, ours: Collection[str] = ()) -> Reading:
    """Return what was entered.

    Args:
        form: What was asked.
        entries: HTML field name -> values, as sent; anything at all may stand in it.
        ours: Names of fields that are the page's own. All other names that the form does not know
            stay among the answers, for the engine to refuse.
    """
    answers: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for question in form.questions:
        try:
            answer = _READERS[question.widget](question, entries)
        except typed.NotReadable as unreadable:
            problems[question.name] = str(unreadable)
            answer = _as_typed(question, entries)
        if answer is not None:
            answers[question.name] = answer
    wanted = asked(form, answers)
    left_out = tuple(name for name in answers if name not in wanted)
    known = {name for question in form.questions for name in names(question)} | set(ours)
    strangers = {name: _first(entries, name) for name in entries if name not in known}
    return Reading(
        answers={**answers, **strangers},
        problems={name: problems[name] for name in problems if name not in left_out},
        asked=wanted,
        left_out=left_out,
    )


def _first(entries: Entries, name: str) -> str:
    return typed.text(next(iter(entries.get(name, ())), ""))


def _text(question: Question, entries: Entries) -> object:
    return _first(entries, question.name) or None


def _yes_no(question: Question, entries: Entries) -> object:
    chosen = _first(entries, question.name)
    return _YES_NO.get(chosen, chosen or None)


def _several(question: Question, entries: Entries) -> object:
    chosen = [typed.text(value) for value in entries.get(question.name, ())]
    return list(dict.fromkeys(value for value in chosen if value)) or None


def _parts(question: Question, entries: Entries) -> list[str]:
    return [_first(entries, f"{question.name}-{part}") for part in DATE_PARTS]


def _date(question: Question, entries: Entries) -> object:
    parts = _parts(question, entries)
    return typed.day(parts) if any(parts) else None


def _money(question: Question, entries: Entries) -> object:
    amount = _first(entries, question.name)
    return typed.money(amount) if amount else None


def _number(question: Question, entries: Entries) -> object:
    amount = _first(entries, question.name)
    return typed.number(amount) if amount else None


def _as_typed(question: Question, entries: Entries) -> object:
    if question.widget is Widget.DATE:
        return "-".join(reversed(_parts(question, entries)))
    return _text(question, entries)


_READERS: Mapping[Widget, Callable[[Question, Entries], object]] = {
    Widget.TEXT: _text,
    Widget.TEXTAREA: _text,
    Widget.RADIOS: _text,
    Widget.YES_NO: _yes_no,
    Widget.CHECKBOXES: _several,
    Widget.DATE: _date,
    Widget.MONEY: _money,
    Widget.NUMBER: _number,
}
