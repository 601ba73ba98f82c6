"""Which questions of a form are asked, given the answers so far."""

from collections.abc import Mapping
from typing import Any

from pathways.model.form import Form, OnlyIf


def asked(form: Form, answers: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of the questions that these answers call for.

    A question with `only_if` is asked where the question it looks at is itself asked, and has one
    of the answers it waits for; of several ticked boxes, any.
    """
    names: set[str] = set()
    for question in form.questions:
        condition = question.only_if
        if condition is None or (condition.question in names and _holds(condition, answers)):
            names.add(question.name)
    return frozenset(names)


def _holds(condition: OnlyIf, answers: Mapping[str, Any]) -> bool:
    given = answers.get(condition.question)
    ticked = given if isinstance(given, list | tuple) else [given]
    return any(
        type(answer) is type(wanted) and answer == wanted
        for answer in ticked
        for wanted in condition.answers
    )
