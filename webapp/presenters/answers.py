"""What was answered in a case, in the words of the forms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pathways.feel import Value
from pathways.model.form import Question
from pathways.model.pathway import Pathway
from webapp.components import lines
from webapp.presenters import times, values
from webapp.presenters.labels import capital, in_words, plain, with_item
from workflow.engine import said_items
from workflow.model.case import Answered
from workflow.model.place import Place

#: Questions about what the child or young person says have these names on every form.
VIEWS = (
    "what_they_say",
    "how_they_said_it",
    "who_wrote_it",
    "what_matters",
    "what_should_change",
    "strengths",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A question and its answer."""

    label: str
    value: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredStep:
    """One step that somebody answered."""

    title: str
    #: Who answered, and when.
    by: str
    facts: tuple[Fact, ...]


def answered_steps(pathway: Pathway, record: Iterable[Answered]) -> tuple[AnsweredStep, ...]:
    """Return what people answered, in the order given; what tables decided is left out."""
    return tuple(
        AnsweredStep(
            title=task_name(pathway, row.step, row.place), by=_by(row), facts=facts(pathway, row)
        )
        for row in record
        if row.outcome is None
    )


def views(pathway: Pathway, record: Iterable[Answered]) -> tuple[AnsweredStep, ...]:
    """Return what the child or young person says, newest first, from every form that asks it."""
    rows = [row for row in record if row.outcome is None]
    said = (
        AnsweredStep(
            title=task_name(pathway, row.step, row.place), by=_by(row), facts=_views(pathway, row)
        )
        for row in reversed(rows)
    )
    return tuple(one for one in said if one.facts)


def facts(pathway: Pathway, row: Answered) -> tuple[Fact, ...]:
    """Return the questions of a step that were answered, in the order of its form.

    What a step wrote down by itself has a name, and no question.
    """
    asked = {question.name for question in _questions(pathway, row)}
    named = [name for name in row.answers if row.by_itself and name not in asked]
    return (
        *(_fact(row, question) for question in _answered(pathway, row)),
        *(Fact(label=capital(in_words(name)), value=_plain(row.answers[name])) for name in named),
    )


def step_name(pathway: Pathway, step_id: str) -> str:
    """Return what the drawing calls a step."""
    node = pathway.drawing.nodes.get(step_id)
    return node.name if node is not None and node.name else "A step without a name"


def task_name(pathway: Pathway, step_id: str, place: Place) -> str:
    """Return what the drawing calls a step, with which of several it is about."""
    return with_item(step_name(pathway, step_id), said_items(pathway, place))


def _views(pathway: Pathway, row: Answered) -> tuple[Fact, ...]:
    asked = {one.name: one for one in _answered(pathway, row)}
    return tuple(_fact(row, asked[name]) for name in VIEWS if name in asked)


def _answered(pathway: Pathway, row: Answered) -> Iterator[Question]:
    asked = _questions(pathway, row)
    return (one for one in asked if row.answers.get(one.name) not in (None, "", [], ()))


def _questions(pathway: Pathway, row: Answered) -> tuple[Question, ...]:
    form = pathway.forms.get(row.step)
    return form.questions if form is not None else ()


def _plain(value: Value) -> Markup:
    if isinstance(value, tuple):
        return Markup("<br>").join(_plain(one) for one in value)
    if isinstance(value, Mapping):
        return Markup("<br>").join(
            lines(f"{capital(in_words(name))}: ") + _plain(one) for name, one in value.items()
        )
    return lines(values.NOT_ANSWERED if value is None else capital(plain(value)))


def _fact(row: Answered, question: Question) -> Fact:
    return Fact(label=question.label, value=values.said(row.answers[question.name], question))


def _by(row: Answered) -> str:
    return f"{row.by}, {times.moment(row.at)}"
