"""A task on its page, its answers before they are sent, and the thanks afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from pathways.model.form import Form, Question
from pathways.model.pathway import Pathway
from webapp import addresses
from webapp.fields import Entries, Reading, anchor, fields
from webapp.presenters import clocks, labels, times, values
from webapp.presenters.corrections.told import paused_task
from webapp.presenters.page import Link, Page
from workflow.model.task import TaskSheet

_BACK = Link(text="Back to your tasks", href="/worklist")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage(Page):
    """One task: what to know, and what is asked."""

    introduction: str
    due: str
    #: From when on it can be sent, where the law gives the family time; empty where it does not.
    not_before: str
    #: That its case is paused, so that it cannot be sent; empty where it is not.
    paused: str
    #: Parameters of a summary list; None where there is nothing to see first.
    shown: dict[str, object] | None
    fields: tuple[Markup, ...]
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage(Page):
    """All answers of a task before they are sent."""

    answers: dict[str, object]
    #: Labels of questions whose answers will not be sent.
    left_out: tuple[str, ...]
    action: str
    #: The answers as they will be sent.
    sealed: str
    #: Makes the task complete once, however often the button is pressed.
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage(Page):
    """Thanks, and what happens next."""

    what: str
    #: What can come next, in the words of the drawing.
    next_steps: tuple[str, ...]
    pathway: Link


def task_page(
    sheet: TaskSheet,
    entries: Entries,
    *,
    pathway: Pathway,
    problems: Mapping[str, str],
    now: datetime,
) -> TaskPage:
    """Return the page of a task.

    Args:
        sheet: The task.
        entries: What stands in the fields.
        pathway: What the case follows: its forms know the words of earlier answers.
        problems: Question -> sentence; the name "" is for the form as a whole.
        now: The present moment; aware.
    """
    return TaskPage(
        title=sheet.form.title,
        caption=_caption(sheet),
        back=_BACK,
        problems=_problem_links(sheet.form, problems),
        introduction=sheet.form.introduction,
        due=times.due(sheet.task.due_at, now=now) if sheet.task.due_at else "",
        not_before=clocks.not_before(sheet.not_before) if sheet.not_before else "",
        paused=paused_task(sheet.pause),
        shown=_shown(sheet, pathway),
        fields=fields(sheet.form, entries, problems),
        action=addresses.task(sheet.task.id),
    )


def check_page(sheet: TaskSheet, reading: Reading, *, sealed: str, key: str) -> CheckPage:
    """Return the page that shows all answers once more.

    Args:
        sheet: The task.
        reading: The answers that were saved.
        sealed: Those that will be sent, as the form carries them.
        key: The idempotency key of sending them.
    """
    here = addresses.task(sheet.task.id)
    return CheckPage(
        title="Check your answers",
        caption=f"{sheet.form.title}: {_caption(sheet)}",
        back=Link(text="Back to the questions", href=here),
        answers=_answers(sheet.form, reading, here),
        left_out=tuple(sheet.form.question(name).label for name in reading.left_out),
        action=f"{here}/complete",
        sealed=sealed,
        key=key,
    )


def sent_page(facts: Mapping[str, Any]) -> SentPage:
    """Return the thanks for those who do not read the whole case.

    Args:
        facts: `step_name`, `reference` and `pathway_key` as text, `after` as a list of what the
            drawing says can come next.
    """
    return SentPage(
        title="Thank you",
        what=f"“{facts['step_name']}” is done for {facts['reference']}.",
        next_steps=tuple(facts["after"]),
        pathway=Link(text="Read the whole pathway", href=addresses.pathway(facts["pathway_key"])),
    )


def saved() -> str:
    """Say that a task was put aside."""
    return "Your answers are saved. They have not been sent yet: the task stays on this list."


def _caption(sheet: TaskSheet) -> str:
    return labels.with_item(f"{sheet.child_name}, {sheet.case_reference}", sheet.item)


def _problem_links(form: Form, problems: Mapping[str, str]) -> tuple[Link, ...]:
    asked = [question for question in form.questions if question.name in problems]
    at_fields = [Link(text=problems[one.name], href=f"#{anchor(one)}") for one in asked]
    names = {one.name for one in asked}
    elsewhere = [_elsewhere(name, problems[name]) for name in problems if name not in names]
    return (*at_fields, *elsewhere)


def _elsewhere(name: str, text: str) -> Link:
    return Link(text=f"{name}: {text}" if name else text, href="")


def _shown(sheet: TaskSheet, pathway: Pathway) -> dict[str, object] | None:
    if not sheet.shown:
        return None
    pairs = zip(sheet.form.shows, sheet.shown, strict=True)
    rows = [
        values.row(label, values.said(value, _question(pathway, shows.expression)))
        for shows, (label, value) in pairs
    ]
    return {"rows": rows}


def _question(pathway: Pathway, expression: str) -> Question | None:
    """Return the question that an expression is the address of; None for any other expression."""
    step, _, name = expression.strip().partition(".")
    form = pathway.forms.get(step)
    questions = form.questions if form else ()
    return next((question for question in questions if question.name == name), None)


def _answers(form: Form, reading: Reading, here: str) -> dict[str, object]:
    rows: list[dict[str, object]] = []
    for question in form.questions:
        if question.name not in reading.asked:
            continue
        change = {
            "href": f"{here}#{anchor(question)}",
            "text": "Change",
            "visuallyHiddenText": f"your answer to “{question.label}”",
        }
        answer = values.said(reading.answers.get(question.name), question)
        rows.append(values.row(question.label, answer) | {"actions": {"items": [change]}})
    return {"rows": rows}
