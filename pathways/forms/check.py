"""Answers against a form: a sentence for the person about each that cannot be taken."""

from collections.abc import Container, Mapping
from itertools import islice
from typing import Any

from jsonschema.exceptions import ValidationError

from pathways.forms import sentences
from pathways.forms.asking import asked
from pathways.forms.plain import MOST_BYTES, can_be_kept, plain_answers, size, too_large
from pathways.forms.rules import broken_alone, broken_together
from pathways.forms.widgets import LONGEST_TEXT
from pathways.model.form import Form, Question, Widget

#: Whoever sends more answers than these that were never asked needs no longer list.
_MOST_UNKNOWN = 10


def check(form: Form, answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what is wrong with the answers to a form; empty if they can be taken.

    Never raises, whatever JSON is handed in. Nothing is changed or guessed: an answer is taken as
    given or told about.

    Args:
        form: The form that was asked.
        answers: Question -> answer: text, bool, int, float or Decimal, list of texts; dates as
            `YYYY-MM-DD`. Questions left open are absent.

    Returns:
        Question -> sentence for the person. A key that is no question of the form stands for an
        answer that was never asked; the key `""` for the answers as a whole.
    """
    return _check(form, answers)


def _check(form: Form, answers: object) -> dict[str, str]:
    if not isinstance(answers, Mapping):
        return {"": sentences.not_a_form()}
    if too_large(answers):
        return answers_too_large(form, answers)
    given = plain_answers(answers)
    wanted = asked(form, given)
    together = _together(form, given, wanted)
    problems: dict[str, str] = {}
    for question in form.questions:
        own = (
            _problem(question, given)
            if question.name in wanted
            else _not_asked(form, question, given)
        )
        told = own or together.get(question.name)
        if told is not None:
            problems[question.name] = told
    whole = {"": together[""]} if "" in together else {}
    return {**problems, **unknown_answers(form, given), **whole}


def unknown_answers(form: Form, given: Mapping[object, Any]) -> dict[str, str]:
    """Name the answers that the form never asked for."""
    known = {question.name for question in form.questions}
    strange = [str(key) for key in given if key not in known]
    return {key: sentences.unknown(key) for key in islice(strange, _MOST_UNKNOWN)}


def _problem(question: Question, given: Mapping[str, Any]) -> str | None:
    answer = given.get(question.name)
    if question.name not in given or _is_blank(question, answer):
        return sentences.missing(question) if question.required else None
    if isinstance(answer, str) and not can_be_kept(answer):
        return sentences.cannot_be_kept(question)
    broken = broken_alone(question, answer)
    if broken is None:
        return None
    if broken.absolute_path:  # one item of a list
        return sentences.of_wrong_kind(question)
    return sentences.broken_rule(question, str(broken.validator), broken.validator_value)


def _is_blank(question: Question, answer: object) -> bool:
    if question.widget in {Widget.TEXT, Widget.TEXTAREA}:
        return isinstance(answer, str) and not answer.strip()
    return question.widget is Widget.CHECKBOXES and answer == []


def _not_asked(form: Form, question: Question, given: Mapping[str, Any]) -> str | None:
    if question.name not in given or question.only_if is None:
        return None
    return sentences.not_asked(question, form.question(question.only_if.question))


def _together(form: Form, given: Mapping[str, Any], wanted: Container[str]) -> dict[str, str]:
    answered = {
        question.name: given[question.name]
        for question in form.questions
        if question.name in given and question.name in wanted
    }
    fitting = {
        name: answer
        for name, answer in answered.items()
        if not _is_blank(form.question(name), answer) and not _is_too_long(answer)
    }
    problems: dict[str, str] = {}
    for error in broken_together(form, fitting):
        needed = _needed(error)
        if needed is None:
            name = str(error.absolute_path[0]) if error.absolute_path else ""
            problems.setdefault(name, _sentence(form, name, error))
        for name in needed or ():
            if name in wanted:
                problems.setdefault(name, sentences.missing(form.question(name)))
    return problems


def _needed(error: ValidationError) -> tuple[str, ...] | None:
    """Return the answers that a rule misses; None where it misses none but dislikes one."""
    there: Any = error.instance
    value: Any = error.validator_value
    if error.validator == "required":
        return tuple(name for name in value if name not in there)
    if error.validator == "dependentRequired":
        return tuple(
            name
            for trigger, names in value.items()
            for name in names
            if trigger in there and name not in there
        )
    return None


def _sentence(form: Form, name: str, error: ValidationError) -> str:
    if not name:
        return "These answers do not fit together. Check them against one another."
    return sentences.does_not_fit(form.question(name), str(error.validator), error.validator_value)


def _is_too_long(answer: object) -> bool:
    return isinstance(answer, str) and len(answer) > LONGEST_TEXT


def answers_too_large(form: Form, answers: Mapping[Any, Any]) -> dict[str, str]:
    """Name the texts that are too long on their own; else tell of all answers together."""
    too_long = {}
    for question in form.questions:
        answer = answers.get(question.name)
        longest = min(question.schema.get("maxLength", LONGEST_TEXT), LONGEST_TEXT)
        if isinstance(answer, str) and len(answer) > longest and _is_text(question):
            too_long[question.name] = sentences.broken_rule(question, "maxLength", longest)
        elif size(answer) > MOST_BYTES:
            too_long[question.name] = sentences.of_wrong_kind(question)
    return too_long or {"": sentences.too_large_altogether(MOST_BYTES)}


def _is_text(question: Question) -> bool:
    return question.widget in {Widget.TEXT, Widget.TEXTAREA}
