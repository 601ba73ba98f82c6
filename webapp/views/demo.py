"""The demonstration's own pages: signing in with one click, and moving the clock."""

import re

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import addresses
from webapp.current import workflow
from webapp.presenters.demo import MOST_DAYS, demo_page, moved, wrong_days
from webapp.security import current_session
from workflow.demo import Demo

demo = Blueprint("demo", __name__)


@demo.get("/demo")
def show() -> str:
    """Show where the clock stands."""
    return render_template("demo/show.html", page=demo_page(_demo().now()))


@demo.post("/demo")
def move_clock() -> Response | tuple[str, int]:
    """Move the clock on; deadlines that pass on the way take effect."""
    typed = request.form.get("days", "").strip()
    days = int(typed) if re.fullmatch("[0-9]{1,3}", typed) else 0
    if not 1 <= days <= MOST_DAYS:
        page = demo_page(_demo().now(), problem=wrong_days())
        return render_template("demo/show.html", page=page), 422
    flash(moved(_demo().move_clock(days)))
    return redirect(url_for("demo.show"), 303)


@demo.post("/demo/sign-in")
def sign_in() -> Response:
    """Sign in as one of the demonstration's people."""
    actor = _demo().sign_in(request.form.get("account_id", ""))
    current_session().sign_in(actor.id)
    onward = addresses.within(request.form.get("next", ""))
    return redirect(onward or url_for("worklist.show"), 303)


def _demo() -> Demo:
    demo_house = workflow().demo
    if demo_house is None:
        abort(404)
    return demo_house
