"""Relying on an exception that the law knows, for a date that it sets."""

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from webapp import addresses
from webapp.current import actor, workflow
from webapp.fields import Entries
from webapp.keys import idempotency_key, new_key
from webapp.presenters.exception import exception_form, exception_page, relied_on
from workflow.model.clock import Reliance
from workflow.model.clock_sheet import ClockSheet
from workflow.model.errors import InvalidAnswers

clocks = Blueprint("clocks", __name__)

_ASKED = ("exception", "evidence", "why", "told")


@clocks.get("/clocks/<clock_id>/exception")
def show(clock_id: str) -> str:
    """Show what relying on an exception means, and ask for what the law asks."""
    sheet = workflow().clocks.sheet(actor(), clock_id)
    return _page(sheet, {}, {}, key=new_key())


@clocks.post("/clocks/<clock_id>/exception")
def rely(clock_id: str) -> Response | tuple[str, int]:
    """Rely on an exception, and go back to the case."""
    key = idempotency_key(request.form)
    entries = request.form.to_dict(flat=False)
    said = Reliance(**{name: request.form.get(name, "").strip() for name in _ASKED})
    try:
        case_id = workflow().clocks.rely_on_exception(actor(), clock_id, said, key=key)
    except InvalidAnswers as invalid:
        sheet = workflow().clocks.sheet(actor(), clock_id)
        return _page(sheet, entries, dict(invalid.problems), key=key), 422
    flash(relied_on())
    return redirect(addresses.case(case_id), 303)


def _page(sheet: ClockSheet, entries: Entries, problems: dict[str, str], *, key: str) -> str:
    page = exception_page(sheet, exception_form(sheet), entries, problems=problems, key=key)
    return render_template("clocks/exception.html", page=page)
