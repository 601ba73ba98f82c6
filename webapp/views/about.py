"""Pages about this site itself."""

from flask import Blueprint, render_template

from webapp.presenters.page import Page

about = Blueprint("about", __name__)


@about.get("/accessibility")
def accessibility() -> str:
    """Show the accessibility statement."""
    page = Page(title="Accessibility statement")
    return render_template("about/accessibility.html", page=page)


@about.get("/privacy")
def privacy() -> str:
    """Show what is kept about people, and what for."""
    page = Page(title="Privacy: what we keep about you")
    return render_template("about/privacy.html", page=page)
