"""The cases of the person who asks, and one case with all that they may read of it."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from webapp import addresses
from webapp.current import actor, now, workflow
from webapp.presenters.cases import cases_page
from webapp.presenters.family_case import family_page
from webapp.presenters.staff_case import staff_page
from workflow.model.actor import FAMILY

cases = Blueprint("cases", __name__)


@cases.get("/cases")
def overview() -> Response | str:
    """List the cases that this person may read whole, page by page, or find one of them."""
    engine, reference = workflow().engine, request.args.get("reference", "").strip()
    found = engine.case_with(actor(), reference) if reference else None
    if found is not None:
        return redirect(addresses.case(found), 303)
    page = cases_page(engine.cases(actor(), request.args.get("at", "")), missed=reference)
    return render_template("cases/overview.html", page=page)


@cases.get("/cases/<case_id>")
def show(case_id: str) -> str:
    """Show a case: to its family in their words, to those who work on it with all its papers."""
    file = workflow().engine.case_file(actor(), case_id)
    if file.role == FAMILY:
        return render_template("cases/family.html", page=family_page(file, now=now()))
    return render_template("cases/staff.html", page=staff_page(file, now=now()))
