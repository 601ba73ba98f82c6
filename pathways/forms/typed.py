"""Answers as rules and letters read them: days as dates, numbers as Decimal, the open ones null."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from pathways.feel import Value
from pathways.forms.asking import asked
from pathways.forms.plain import plain
from pathways.model.form import Form, Question, Widget


def typed(form: Form, answers: Mapping[str, Any]) -> Mapping[str, Value]:
    """Return every question of a form with its value; null where it was not asked or answered.

    Args:
        form: The form that was answered.
        answers: Answers that `check` found nothing wrong with.

    Returns:
        Question -> bool, text, Decimal, date, tuple of texts, or None. Blank text is None.

    Raises:
        ValueError: If an answer is not of its question's kind: `check` was not asked.
    """
    wanted = asked(form, answers)
    return MappingProxyType(
        {
            question.name: (
                _value(question, answers[question.name])
                if question.name in wanted and question.name in answers
                else None
            )
            for question in form.questions
        }
    )


def _value(question: Question, answer: object) -> Value:
    if answer is None or (isinstance(answer, str) and not answer.strip()):
        return None
    match question.widget:
        case Widget.DATE if isinstance(answer, str):
            return date.fromisoformat(answer)
        case Widget.MONEY | Widget.NUMBER:
            return _number(question, answer)
        case Widget.CHECKBOXES if isinstance(answer, list | tuple):
            return tuple(str(each) for each in answer)
        case Widget.YES_NO if isinstance(answer, bool):
            return answer
        case Widget.TEXT | Widget.TEXTAREA | Widget.RADIOS if isinstance(answer, str):
            return answer
    raise _unchecked(question)


def _number(question: Question, answer: object) -> Decimal:
    number = plain(answer)
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise _unchecked(question)
    return Decimal(number)


def _unchecked(question: Question) -> ValueError:
    return ValueError(f"The answer to “{question.name}” is not of its kind; check it first.")
