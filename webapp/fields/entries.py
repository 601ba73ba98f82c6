"""What stands in the fields of a page, as text: from answers that were given before."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pathways.model.form import Form, Question, Widget

#: Name of an HTML field -> its values, as a browser sends them.
Entries = Mapping[str, Sequence[str]]

DATE_PARTS = ("day", "month", "year")


def names(question: Question) -> tuple[str, ...]:
    """Return the names of the HTML fields that one question has."""
    if question.widget is Widget.DATE:
        return tuple(f"{question.name}-{part}" for part in DATE_PARTS)
    return (question.name,)


def entered(form: Form, answers: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what the fields of a form hold when these answers were given before.

    Reading it back gives the same answers. An answer that never fitted its question, saved
    unfinished, is shown as it was typed.
    """
    entries: dict[str, list[str]] = {}
    for question in form.questions:
        answer = answers.get(question.name)
        if answer is not None:
            entries |= _WRITERS.get(question.widget, _one)(question.name, answer)
    return entries


def _one(name: str, answer: object) -> dict[str, list[str]]:
    return {name: [str(answer)]}


def _yes_no(name: str, answer: object) -> dict[str, list[str]]:
    if isinstance(answer, bool):
        return {name: ["yes" if answer else "no"]}
    return _one(name, answer)


def _several(name: str, answer: object) -> dict[str, list[str]]:
    if isinstance(answer, list | tuple):
        return {name: [str(one) for one in answer]}
    return _one(name, answer)


def _date(name: str, answer: object) -> dict[str, list[str]]:
    year, month, day = [*str(answer).split("-", 2), "", ""][:3]
    parts = (day.lstrip("0") or day, month.lstrip("0") or month, year)
    return {f"{name}-{part}": [text] for part, text in zip(DATE_PARTS, parts, strict=True)}


def _number(name: str, answer: object) -> dict[str, list[str]]:
    if _is_number(answer):
        return {name: [format(Decimal(str(answer)), "f")]}
    return _one(name, answer)


def _money(name: str, answer: object) -> dict[str, list[str]]:
    if _is_number(answer):
        return {name: [format(Decimal(str(answer)), ".2f")]}
    return _one(name, answer)


def _is_number(answer: object) -> bool:
    return isinstance(answer, int | float | Decimal) and not isinstance(answer, bool)


_WRITERS: Mapping[Widget, Callable[[str, object], dict[str, list[str]]]] = {
    Widget.YES_NO: _yes_no,
    Widget.CHECKBOXES: _several,
    Widget.DATE: _date,
    Widget.NUMBER: _number,
    Widget.MONEY: _money,
}
