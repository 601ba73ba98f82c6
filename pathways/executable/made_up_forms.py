"""Forms that nobody wrote: whether something is done, and which way to go on."""

from collections.abc import Iterable
from typing import Any

from pathways.model.form import Form, Option, Question, Widget
from pathways.model.spoken import shortened

#: The question of a form that asks whether something is done.
DONE = "done"
#: The question of a form that asks for one way, and of one that asks for one or several.
WAY = "way"
WAYS = "ways"
#: The question of a form that asks how many times.
NUMBER = "number"

_MOST_TIMES = 50

_LONGEST_TITLE = 150
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def done_form(
    step: str, *, title: str, asks: str = "Has this been done?", introduction: str = ""
) -> Form:
    """Return a form that asks one thing, which has to be answered with yes.

    Args:
        step: Id of the step.
        title: The heading of its page.
        asks: The question.
        introduction: A plain sentence under the heading; may be empty.
    """
    label = shortened(asks, _LONGEST_TITLE)
    schema: dict[str, Any] = {"title": label, "type": "boolean", "const": True}
    question = Question(
        name=DONE,
        label=label,
        hint="",
        widget=Widget.YES_NO,
        required=True,
        schema=schema,
    )
    return _form(step, title, introduction, question)


def empty_form(step: str, *, title: str) -> Form:
    """Return a form that asks nothing: for news of which only is said that it has come."""
    return _form(step, title, "")


def way_form(
    step: str, *, title: str, asks: str, ways: Iterable[tuple[str, str]], introduction: str = ""
) -> Form:
    """Return a form that asks for one of several ways.

    Args:
        step: Id of the step.
        title: The heading of its page.
        asks: The question.
        ways: (answer, what people read) for each way.
        introduction: A plain sentence under the heading; may be empty.
    """
    options = _options(ways)
    label = shortened(asks, _LONGEST_TITLE)
    schema: dict[str, Any] = {"title": label, "type": "string", **_listed(options)}
    question = Question(
        name=WAY,
        label=label,
        hint="",
        widget=Widget.RADIOS,
        required=True,
        options=options,
        schema=schema,
    )
    return _form(step, title, introduction, question)


def ways_form(
    step: str, *, title: str, asks: str, ways: Iterable[tuple[str, str]], needed: bool
) -> Form:
    """Return a form that asks for one way or several.

    Args:
        step: Id of the step.
        title: The heading of its page.
        asks: The question.
        ways: (answer, what people read) for each way.
        needed: Whether at least one has to be chosen.
    """
    options = _options(ways)
    label = shortened(asks, _LONGEST_TITLE)
    schema: dict[str, Any] = {
        "title": label,
        "type": "array",
        "items": {"type": "string", **_listed(options)},
        "uniqueItems": True,
    }
    question = Question(
        name=WAYS,
        label=label,
        hint="Choose all that fit.",
        widget=Widget.CHECKBOXES,
        required=needed,
        options=options,
        schema=schema
        | {"description": "Choose all that fit."}
        | ({"minItems": 1} if needed else {}),
    )
    return _form(step, title, "", question)


def number_form(step: str, *, title: str, asks: str) -> Form:
    """Return a form that asks for a number of times, from none to fifty.

    Args:
        step: Id of the step.
        title: The heading of its page.
        asks: The question.
    """
    label = shortened(asks, _LONGEST_TITLE)
    hint = f"A whole number from 0 to {_MOST_TIMES}."
    schema: dict[str, Any] = {
        "title": label,
        "description": hint,
        "type": "integer",
        "minimum": 0,
        "maximum": _MOST_TIMES,
    }
    question = Question(
        name=NUMBER, label=label, hint=hint, widget=Widget.NUMBER, required=True, schema=schema
    )
    return _form(step, title, "", question)


def _options(ways: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Return the answers, no two of them with the same words."""
    said: set[str] = set()
    options: list[Option] = []
    for number, (value, label) in enumerate(ways, start=1):
        short = shortened(label, _LONGEST_TITLE)
        words = short if short not in said else f"{short} (way {number})"
        said.add(words)
        options.append(Option(value=value, label=words))
    return tuple(options)


def _listed(options: tuple[Option, ...]) -> dict[str, Any]:
    return {"oneOf": [{"const": each.value, "title": each.label} for each in options]}


def _form(step: str, title: str, introduction: str, *questions: Question) -> Form:
    named = shortened(title, _LONGEST_TITLE)
    return Form(
        step=step,
        title=named,
        introduction=introduction,
        shows=(),
        questions=questions,
        schema={
            "$schema": _DRAFT,
            "title": named,
            **({"description": introduction} if introduction else {}),
            "type": "object",
            "properties": {each.name: each.schema for each in questions},
            "required": [each.name for each in questions if each.required],
            "additionalProperties": False,
        },
    )
