"""The questions of one step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Widget(Enum):
    """How a question is asked on a page."""

    TEXT = "text"
    TEXTAREA = "textarea"
    RADIOS = "radios"
    CHECKBOXES = "checkboxes"
    DATE = "date"
    #: Pounds and pence.
    MONEY = "money"
    NUMBER = "number"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIf:
    """A question that is asked only if another one of the same form has one of these answers."""

    question: str
    #: Allowed answers; a yes/no question is compared with True and False.
    answers: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: the last part of an answer's address `step.question`."""

    name: str
    label: str
    hint: str
    widget: Widget
    required: bool
    options: tuple[Option, ...] = ()
    only_if: OnlyIf | None = None
    #: The JSON Schema of this answer alone.
    schema: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something the person should see before answering."""

    label: str
    #: FEEL over the case record, e.g. `"ask_for_it.what_matters"`.
    expression: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The page of one step: what it shows and what it asks. Checked by `pathways.forms`."""

    step: str
    title: str
    #: One or two plain sentences under the title; may be empty.
    introduction: str
    shows: tuple[Shown, ...]
    questions: tuple[Question, ...]
    #: The whole JSON Schema 2020-12, as read; numbers that are not whole are Decimal.
    schema: Mapping[str, Any] = field(hash=False)

    def question(self, name: str) -> Question:
        """Return the question of that name; KeyError where there is none."""
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)
