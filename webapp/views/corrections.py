"""Putting something right in a case: each verb is a form that says first what will happen."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from pathways import forms
from pathways.model.form import Form
from webapp import addresses
from webapp.current import actor, now, workflow
from webapp.fields import read
from webapp.keys import idempotency_key, new_key
from webapp.presenters.corrections import suspending
from webapp.presenters.corrections.page import CorrectionPage, Shown
from workflow.model.actor import Actor
from workflow.model.correction import Asked, Said
from workflow.model.errors import InvalidAnswers

corrections = Blueprint("corrections", __name__)

_OURS = frozenset({"csrf_token", "key", "revision"})
_Verb = Callable[[Actor, str, Asked], None]
_Page = Callable[[Shown], CorrectionPage]


@corrections.get("/cases/<case_id>/suspend")
def show_suspend(case_id: str) -> str:
    """Show what pausing a case does, and ask why."""
    return _show(suspending.SUSPEND_FORM, _suspend_page(case_id))


@corrections.post("/cases/<case_id>/suspend")
def suspend(case_id: str) -> Response | tuple[str, int]:
    """Pause a case."""
    return _send(
        case_id,
        suspending.SUSPEND_FORM,
        _suspend_page(case_id),
        workflow().corrections.suspend,
        suspending.SUSPENDED,
    )


@corrections.get("/cases/<case_id>/resume")
def show_resume(case_id: str) -> str:
    """Show what happens when a case goes on, and ask why."""
    return _show(suspending.RESUME_FORM, _resume_page(case_id))


@corrections.post("/cases/<case_id>/resume")
def resume(case_id: str) -> Response | tuple[str, int]:
    """Let a case go on."""
    return _send(
        case_id,
        suspending.RESUME_FORM,
        _resume_page(case_id),
        workflow().corrections.resume,
        suspending.RESUMED,
    )


def _suspend_page(case_id: str) -> _Page:
    return lambda shown: suspending.suspend_page(
        workflow().corrections.file(actor(), case_id), shown
    )


def _resume_page(case_id: str) -> _Page:
    return lambda shown: suspending.resume_page(
        workflow().corrections.file(actor(), case_id), shown, now=now()
    )


def _show(form: Form, page: _Page) -> str:
    return _rendered(page(Shown(form=form, entries={}, problems={}, key=new_key())))


def _send(
    case_id: str, form: Form, page: _Page, verb: _Verb, done: str
) -> Response | tuple[str, int]:
    """Put something right, and go back to the case; or show what is missing."""
    key, entries = idempotency_key(request.form), request.form.to_dict(flat=False)
    reading = read(form, entries, ours=_OURS)
    problems = {**forms.check(form, reading.sent), **reading.problems} if reading.problems else {}
    if not problems:
        asked = Asked(said=_said(reading.sent), key=key, revision=_revision())
        try:
            verb(actor(), case_id, asked)
        except InvalidAnswers as invalid:
            problems = dict(invalid.problems)
        else:
            flash(done)
            return redirect(addresses.case(case_id), 303)
    shown = Shown(form=form, entries=entries, problems=problems, key=key)
    return _rendered(page(shown)), 422


def _said(answers: dict[str, Any]) -> Said:
    return Said(
        reason=answers.get("reason", ""),
        told=answers.get("told", ""),
        look_again_on=_day(answers.get("look_again_on")),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _revision() -> int:
    """Return the save of the case that the form was shown for; one that never was, without it."""
    return request.form.get("revision", -1, type=int)


def _rendered(page: CorrectionPage) -> str:
    return render_template("corrections/form.html", page=page)
