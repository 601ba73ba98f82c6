"""The worklist of the person who asks."""

from flask import Blueprint, render_template, request

from webapp.current import actor, now, workflow
from webapp.presenters.worklist import worklist_page

worklist = Blueprint("worklist", __name__)


@worklist.get("/worklist")
def show() -> str:
    """Show what waits for this person."""
    entries = workflow().engine.worklist(actor())
    when, step = request.args.get("when", ""), request.args.get("step", "")
    notices = workflow().clocks.notices(actor())
    page = worklist_page(entries, notices, now=now(), when=when, step=step)
    return render_template("worklist/show.html", page=page)
