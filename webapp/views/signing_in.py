"""Signing in and out."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import addresses
from webapp.current import actor_or_none, workflow
from webapp.presenters.signing_in import nothing_typed, refused, sign_in_page, too_many_tries
from webapp.security import current_session
from workflow.model.errors import SignInRefused, TooManyTries

signing_in = Blueprint("signing_in", __name__)


@signing_in.get("/sign-in")
def show() -> Response | str:
    """Ask who it is; somebody who has signed in already goes on at once."""
    onward = addresses.within(request.args.get("next", "")) or ""
    if actor_or_none() is not None:
        return redirect(onward or url_for("worklist.show"))
    return _page(onward=onward)


@signing_in.post("/sign-in")
def sign_in() -> Response | tuple[str, int]:
    """Sign in, or say why not."""
    email, password = request.form.get("email", "").strip(), request.form.get("password", "")
    onward = addresses.within(request.form.get("next", "")) or ""
    if not (email and password):
        return _page(email=email, onward=onward, problem=nothing_typed()), 422
    try:
        actor = workflow().people.sign_in(email, password, address=request.remote_addr or "")
    except TooManyTries as error:
        return _page(email=email, onward=onward, problem=too_many_tries(error)), 429
    except SignInRefused as error:
        return _page(email=email, onward=onward, problem=refused(error)), 403
    current_session().sign_in(actor.id)
    return redirect(onward or url_for("worklist.show"), 303)


@signing_in.post("/sign-out")
def sign_out() -> Response:
    """End the session, here and on the server."""
    current_session().sign_out()
    return redirect(url_for("start.show"), 303)


def _page(*, email: str = "", onward: str = "", problem: str = "") -> str:
    demo = workflow().demo if current_app.config["DEMO"] else None
    people = demo.people() if demo is not None else ()
    page = sign_in_page(email=email, onward=onward, problem=problem, people=people)
    return render_template("signing_in/show.html", page=page)
