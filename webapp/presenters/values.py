"""Answers as people read them: money, days, choices by their words."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from pathways.model.form import Question, Widget
from webapp.components import lines
from webapp.presenters import times

NOT_ANSWERED = "Not answered"


def pounds(amount: Decimal) -> str:
    """Return e.g. `"£1,349.50"`; what is owed has a minus sign before the pound sign."""
    sign = "\N{MINUS SIGN}" if amount < 0 else ""
    return f"{sign}£{abs(amount):,.2f}"


def said(value: object, question: Question | None = None) -> Markup:
    """Return an answer in words; line breaks are kept.

    Args:
        value: A typed value, or the answer as the form had it.
        question: What was asked, where that is known: it tells money and choices from plain text.
    """
    if value is None or value in ("", [], ()):
        return lines(NOT_ANSWERED)
    if isinstance(value, list | tuple):
        return Markup("<br>").join(said(one, question) for one in value)
    return lines(_one(value, question))


def _one(value: object, question: Question | None) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return times.moment(value)
    if isinstance(value, date):
        return times.short_day(value)
    if question is not None:
        return _in_its_words(value, question)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _in_its_words(value: object, question: Question) -> str:
    if question.widget is Widget.MONEY:
        return _amount(value)
    if question.widget is Widget.DATE:
        return _day(str(value))
    labels = {option.value: option.label for option in question.options}
    return labels.get(str(value), format(value, "f") if isinstance(value, Decimal) else str(value))


def _amount(value: object) -> str:
    try:
        return pounds(Decimal(str(value)))
    except InvalidOperation:
        return str(value)


def _day(value: str) -> str:
    try:
        return times.short_day(date.fromisoformat(value))
    except ValueError:
        return value


def row(label: str, value: Markup) -> dict[str, object]:
    """Return a row of a summary list."""
    return {"key": {"text": label}, "value": {"html": value}}


def summary_list(rows: Mapping[str, Markup]) -> dict[str, object]:
    """Return the parameters of a summary list: label -> value."""
    return {"rows": [row(label, rows[label]) for label in rows]}
