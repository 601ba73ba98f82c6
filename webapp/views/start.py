"""The start page."""

from flask import Blueprint, render_template

from webapp.current import actor_or_none, workflow
from webapp.presenters.start import start_page

start = Blueprint("start", __name__)


@start.get("/")
def show() -> str:
    """Show what this is and which pathways there are."""
    versions = workflow().publishing.published()
    page = start_page(versions, signed_in=actor_or_none() is not None)
    return render_template("start/show.html", page=page)
