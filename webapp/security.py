"""Who may come in, from where, and what every answer says to the browser about itself."""

from flask import Flask, Request, Response, abort, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response as BaseResponse

from webapp.current import workflow
from webapp.hashes import digest
from webapp.sessions import ServerSession
from workflow.model.actor import Actor

#: Pages that need no signing in. Everything that is not here needs it.
PUBLIC = frozenset(
    {
        "static",
        "start.show",
        "pathways.show",
        "pathways.picture",
        "pathways.drawing",
        "signing_in.show",
        "signing_in.sign_in",
        "signing_in.sign_out",
        "about.accessibility",
        "about.privacy",
        "demo.show",
        "demo.move_clock",
        "demo.sign_in",
    }
)
#: Public pages that are the same for everybody who has not signed in.
CACHEABLE = frozenset(
    {
        "start.show",
        "pathways.show",
        "pathways.picture",
        "pathways.drawing",
        "about.accessibility",
        "about.privacy",
    }
)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_A_YEAR = 365 * 24 * 60 * 60
_HSTS = f"max-age={_A_YEAR}; includeSubDomains"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_PAGES = frozenset({"same-origin", "none"})


class SignedIn(UserMixin):
    """Somebody who has signed in, as Flask-Login wants to see them."""

    def __init__(self, actor: Actor) -> None:
        self.id = actor.id
        self.actor = actor


def secure(app: Flask) -> None:
    """Put the guards in front of every view and the headers on every answer."""
    app.before_request(_tell_what_broke)
    app.before_request(_refuse_other_sites)
    CSRFProtect().init_app(app)
    logins = LoginManager()
    logins.session_protection = None  # people's addresses change on the way; tokens are random
    logins.request_loader(_signed_in)
    logins.unauthorized_handler(_to_the_sign_in_page)
    logins.init_app(app, add_context_processor=False)
    app.before_request(lambda: _require_sign_in(logins))
    app.after_request(_add_headers)


def current_session() -> ServerSession:
    """Return what the server remembers of this browser."""
    own = session._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - the proxy's own way to what it stands for
    assert isinstance(own, ServerSession)
    return own


def _tell_what_broke() -> None:
    """Raise what kept the session from being read, now that errors have their pages."""
    fault = current_session().fault
    if fault is not None:
        raise fault


def _refuse_other_sites() -> None:
    """Refuse a form that another site's page sends (beside the token; OWASP ASVS 5.0.0, 3.5.1)."""
    if request.method in _SAFE_METHODS:
        return
    if request.headers.get("Sec-Fetch-Site", "none") not in _OWN_PAGES:
        abort(403)
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        abort(403)


def _signed_in(_request: Request) -> SignedIn | None:
    account_id = current_session().account_id
    actor = workflow().people.actor(account_id) if account_id is not None else None
    return SignedIn(actor) if actor is not None else None


def _require_sign_in(logins: LoginManager) -> BaseResponse | None:
    if request.endpoint is None or request.endpoint in PUBLIC or current_user.is_authenticated:
        return None
    return logins.unauthorized()


def _to_the_sign_in_page() -> BaseResponse:
    if request.method in _SAFE_METHODS:
        return redirect(url_for("signing_in.show", next=request.path))
    return redirect(url_for("signing_in.show"), 303)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(
            name, value
        )  # a file that is opened alone has a stricter policy
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _HSTS
    response.headers["Cache-Control"] = _caching(response)
    if request.endpoint in CACHEABLE:
        response.vary.add("Cookie")
    return response


def _caching(response: Response) -> str:
    if response.status_code not in {200, 304}:
        return "no-store"
    if request.endpoint == "static":
        named_by_content = request.args.get("v") == digest(request.path.rpartition("/")[2])
        return (
            f"public, max-age={_A_YEAR}, immutable" if named_by_content else "public, max-age=300"
        )
    own = current_session()
    fresh = not own and own.token is None and own.account_id is None
    return "public, max-age=300" if fresh and request.endpoint in CACHEABLE else "no-store"
