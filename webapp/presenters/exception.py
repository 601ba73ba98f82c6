"""The form on which an officer relies on an exception that the law knows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pathways.forms import read_form
from pathways.model.form import Form
from webapp import addresses
from webapp.fields import Entries, anchor, fields
from webapp.presenters import times
from webapp.presenters.page import Link, Page
from workflow.engine.exceptions import LONGEST, SHORTEST
from workflow.model.clock_sheet import ClockSheet
from workflow.model.closure import Closure


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionPage(Page):
    """What relying on an exception means, and what is asked."""

    #: `"The law: at most 20 weeks from the request (SEND Regulations, regulation 13(2))."`
    duty: str
    last_day: str
    #: (title, what must be so and where the law says it) of each exception.
    exceptions: tuple[tuple[str, str], ...]
    #: Long closures of the child's school, as far as they are on record.
    closures: tuple[str, ...]
    fields: tuple[Markup, ...]
    action: str
    #: Makes it count once, however often the button is pressed.
    key: str


def exception_form(sheet: ClockSheet) -> Form:
    """Return what is asked of somebody who relies on an exception."""
    written = {"type": "string", "minLength": SHORTEST, "maxLength": LONGEST}
    schema = {
        "title": "Rely on an exception",
        "type": "object",
        "properties": {
            "exception": {
                "title": "Which exception do you rely on?",
                "type": "string",
                "oneOf": [{"const": one.id, "title": one.title} for one in sheet.exceptions],
                "ui": {"widget": "radios"},
            },
            "evidence": {
                "title": "What shows that it applies?",
                "description": "For example a letter, or the dates on which the school was closed.",
                **written,
                "ui": {"widget": "textarea"},
            },
            "why": {
                "title": "Why was it impractical to do it in time?",
                "description": "The law asks for this too. The exception alone is not enough.",
                **written,
                "ui": {"widget": "textarea"},
            },
            "told": {
                "title": "What do you tell the family?",
                "description": "This goes into a letter to them. Say what happens now, and when.",
                **written,
                "ui": {"widget": "textarea"},
            },
        },
        "required": ["exception", "evidence", "why", "told"],
        "additionalProperties": False,
    }
    return read_form(json.dumps(schema).encode(), step="exception", file="exception.json")


def exception_page(
    sheet: ClockSheet, form: Form, entries: Entries, *, problems: Mapping[str, str], key: str
) -> ExceptionPage:
    """Return the page.

    Args:
        sheet: The date, and what the law knows for it.
        form: What is asked, from `exception_form`.
        entries: What stands in the fields.
        problems: Question -> sentence.
        key: The idempotency key of the form.
    """
    case, law = sheet.case, sheet.law
    asked = {question.name: question for question in form.questions}
    return ExceptionPage(
        title=f"Rely on an exception: {law.title.lower()}",
        caption=f"{case.child.preferred_name}, {case.reference}",
        back=Link(text="Back to the case", href=addresses.case(case.id)),
        problems=tuple(
            Link(text=said, href=f"#{anchor(asked[name])}")
            for name, said in problems.items()
            if name in asked
        ),
        duty=f"The law: {law.bound.value} {law.words} ({law.source}).",
        last_day=times.day(sheet.clock.last_day),
        exceptions=tuple(
            (one.title, f"{one.asks} {law.exceptions[one.id]}.") for one in sheet.exceptions
        ),
        closures=tuple(_closed(one) for one in sheet.long_closures),
        fields=fields(form, entries, problems),
        action=addresses.exception(sheet.clock.id),
        key=key,
    )


def relied_on() -> str:
    """Say that it is done."""
    return (
        "The exception is written down, and the letter to the family is on its way. The date that "
        "the law set has not changed."
    )


def _closed(closure: Closure) -> str:
    first, last = times.short_day(closure.first_on), times.short_day(closure.last_on)
    return f"{closure.what}: {first} to {last}, {closure.days} days"
