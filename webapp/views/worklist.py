"""The worklist of the person who asks."""

from flask import Blueprint, render_template, request

from webapp.current import actor, now, workflow
from webapp.presenters.worklist import until, worklist_page

worklist = Blueprint("worklist", __name__)


@worklist.get("/worklist")
def show() -> str:
    """Show what waits for this person, page by page."""
    when, step, at = (request.args.get(name, "") for name in ("when", "step", "at"))
    engine = workflow().engine
    first = engine.worklist(actor())
    shown = first
    if when or step or at:
        shown = engine.worklist(actor(), at, step=step, until=until(when, now=now()))
    notices = workflow().clocks.notices(actor())
    page = worklist_page(shown, first, notices, now=now(), when=when, step=step)
    return render_template("worklist/show.html", page=page)
