"""The Flask application: the face of one workflow."""

import secrets

from flask import Flask, g, get_flashed_messages, request, url_for
from jinja2 import StrictUndefined
from typing_extensions import override

from webapp import logbook
from webapp.components import component
from webapp.current import EXTENSION, actor_or_none
from webapp.errors import answer_errors, unavailable_page
from webapp.hashes import digest
from webapp.presenters.layout import Layout, layout
from webapp.security import secure
from webapp.sessions import ServerSessions
from webapp.views import BLUEPRINTS, DEMO_BLUEPRINTS
from workflow.bootstrap import Workflow

_ONE_MEGABYTE = 1024 * 1024
_CSRF_SIGNATURE = "fingerpost forms"


class Application(Flask):
    """Flask, with a log that never quotes an unexpected error."""

    @override
    def log_exception(self, exc_info: logbook.ExcInfo) -> None:
        """Write down what kind of error it was and where."""
        if exc_info[1] is not None:
            logbook.unexpected(exc_info[1])


def create_app(workflow: Workflow, *, demo: bool) -> Flask:
    """Return the application.

    Args:
        workflow: What it is the face of.
        demo: Whether people may sign in with one click and move the clock; every page says so.
    """
    app = Application(__name__, static_folder="static")
    app.extensions[EXTENSION] = workflow
    app.config.update(_settings(demo=demo))
    app.session_interface = ServerSessions(workflow.people.sessions, unavailable_page)
    _prepare_templates(app)
    secure(app)
    answer_errors(app)
    logbook.keep_log(app)
    for blueprint in (*BLUEPRINTS, *(DEMO_BLUEPRINTS if demo else ())):
        app.register_blueprint(blueprint)
    return app


def _settings(*, demo: bool) -> dict[str, object]:
    return {
        "DEMO": demo,
        "MAX_CONTENT_LENGTH": _ONE_MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": _ONE_MEGABYTE,
        "PROPAGATE_EXCEPTIONS": False,
        # Nothing that lasts is signed with this: sessions are rows of the database.
        "SECRET_KEY": secrets.token_hex(32),
        # A form's token is guarded by the random value in the session on the server. The signature
        # around it adds nothing, and must not change, so that a form survives a restart.
        "WTF_CSRF_SECRET_KEY": _CSRF_SIGNATURE,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,  # `security` looks at Origin and Sec-Fetch-Site itself
    }


def _prepare_templates(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(component=component, asset=_asset)
    app.context_processor(lambda: {"layout": _layout(app)})


def _layout(app: Flask) -> Layout:
    plain = g.get("plain_layout", False)
    return layout(
        None if plain else actor_or_none(),
        path=request.path,
        notices=() if plain else get_flashed_messages(),
        demo=app.config["DEMO"],
    )


def _asset(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    return url_for("static", filename=name, v=digest(name))
