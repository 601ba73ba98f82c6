"""Beginning a case."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from webapp import addresses
from webapp.current import actor, workflow
from webapp.keys import idempotency_key, new_key
from webapp.presenters.ask import CHOOSE, ask_page

ask = Blueprint("ask", __name__)


@ask.get("/ask/<key>")
def show(key: str) -> str:
    """Show who this person may ask for."""
    return _page(key, form_key=new_key())


@ask.post("/ask/<key>")
def open_case(key: str) -> Response | tuple[str, int]:
    """Begin the case, and go to its first task."""
    child_id = request.form.get("child")
    form_key = idempotency_key(request.form)
    if not child_id:
        return _page(key, form_key=form_key, problem=CHOOSE), 422
    opened = workflow().engine.open_case(actor(), key, child_id, key=form_key)
    if opened.task is None:
        return redirect(addresses.case(opened.case.id), 303)
    return redirect(addresses.task(opened.task.id), 303)


def _page(key: str, *, form_key: str, problem: str = "") -> str:
    version = workflow().publishing.version(key)
    children = workflow().engine.children(actor())
    page = ask_page(version, children, key=form_key, problem=problem)
    return render_template("ask/show.html", page=page)
