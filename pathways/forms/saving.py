"""Answers that are not sent yet: they need not be right, only such that they can be kept."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pathways.forms import sentences
from pathways.forms.check import answers_too_large, unknown_answers
from pathways.forms.plain import can_be_kept, plain_answers, too_large
from pathways.model.form import Form


def check_saved(form: Form, answers: Mapping[str, Any]) -> dict[str, str]:
    """Return why answers cannot be kept for later; empty if they can.

    Never raises, whatever JSON is handed in.

    Args:
        form: The form that was asked.
        answers: Question -> what was typed so far; it may be incomplete or wrong.

    Returns:
        As `check` does: question -> sentence for the person.
    """
    return _check_saved(form, answers)


def _check_saved(form: Form, answers: object) -> dict[str, str]:
    if not isinstance(answers, Mapping):
        return {"": sentences.not_a_form()}
    if too_large(answers):
        return answers_too_large(form, answers)
    given = plain_answers(answers)
    problems = {
        question.name: sentences.cannot_be_kept(question)
        for question in form.questions
        if not _keeps(given.get(question.name))
    }
    return {**problems, **unknown_answers(form, given)}


def _keeps(value: object) -> bool:
    if isinstance(value, str):
        return can_be_kept(value)
    if isinstance(value, Mapping):
        return all(_keeps(part) for part in (*value.keys(), *value.values()))
    if isinstance(value, list):
        return all(_keeps(part) for part in value)
    return value is None or isinstance(value, bool | int | Decimal)
