"""From what went wrong to a status and a page. One table; no view has another."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed
from werkzeug.wrappers import Response as BaseResponse

from webapp.current import actor_or_none
from webapp.presenters import errors as wording
from webapp.presenters.errors import ErrorPage
from webapp.sessions import COOKIE
from workflow.model.errors import (
    CaseChanged,
    ClockWasMet,
    Conflict,
    FormSentBefore,
    InvalidAnswers,
    NotAllowed,
    NotFound,
    PathwayFault,
    TaskAlreadyCompleted,
    TaskExited,
    TooEarly,
    TooManyTries,
    WorkflowError,
)
from workflow.store import StoreUnavailable

_LOG = logging.getLogger("fingerpost.web")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table."""

    status: int
    page: Callable[..., ErrorPage]


#: The nearest class counts, so that a new error of a kind has its kind's page.
TABLE: dict[type[WorkflowError], _Line] = {
    NotFound: _Line(404, wording.nothing_here),
    NotAllowed: _Line(403, wording.not_allowed),
    TooManyTries: _Line(429, wording.not_allowed),
    Conflict: _Line(409, wording.conflict),
    TaskAlreadyCompleted: _Line(409, wording.already_done),
    TaskExited: _Line(409, wording.gone_on),
    CaseChanged: _Line(409, wording.try_again),
    FormSentBefore: _Line(409, wording.sent_before),
    TooEarly: _Line(409, wording.too_early),
    ClockWasMet: _Line(409, wording.date_was_kept),
    InvalidAnswers: _Line(422, wording.invalid_answers),
    PathwayFault: _Line(500, wording.pathway_fault),
    StoreUnavailable: _Line(503, wording.store_unavailable),
    WorkflowError: _Line(500, wording.unexpected),
}


def answer_errors(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(WorkflowError, _workflow_error)
    app.register_error_handler(CSRFError, _csrf_error)
    app.register_error_handler(InternalServerError, _unexpected)
    app.register_error_handler(HTTPException, _http_error)


def unavailable_page() -> str:
    """Return the page for a database that cannot be used, in a frame that asks nothing of it."""
    g.plain_layout = True
    page = wording.store_unavailable(StoreUnavailable(), None)
    return render_template("error.html", page=page)


def line_for(error: type[WorkflowError]) -> _Line:
    """Return the table's line for a class of errors."""
    return next(TABLE[kind] for kind in error.__mro__ if kind in TABLE)


def _workflow_error(error: WorkflowError) -> Response:
    line = line_for(type(error))
    if line.status >= InternalServerError.code:
        _LOG.error("%s at %s", type(error).__name__, request.url_rule)
        return _answer_plainly(line.page(error, None), line.status)
    return _answer(line.page(error, actor_or_none()), line.status)


def _csrf_error(_error: CSRFError) -> Response:
    page = wording.form_too_old() if request.cookies.get(COOKIE) else wording.no_cookie()
    return _answer(page, 400)


def _unexpected(_error: InternalServerError) -> Response:
    return _answer_plainly(wording.unexpected(), 500)


def _http_error(error: HTTPException) -> Response | BaseResponse:
    if error.code is None or error.code < 400:  # noqa: PLR2004 - redirects of the router are answers
        return error.get_response()
    response = _answer(wording.http(error.code), error.code)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _answer_plainly(page: ErrorPage, status: int) -> Response:
    """Answer in a frame that asks nothing of the database: whatever broke may break that too."""
    g.plain_layout = True
    return _answer(page, status)


def _answer(page: ErrorPage, status: int) -> Response:
    return make_response(render_template("error.html", page=page), status)
