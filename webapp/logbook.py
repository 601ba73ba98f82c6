"""What the log says of requests: what was asked, how it ended; nothing about people.

No addresses with ids, no query strings, no answers, names or e-mail addresses, no messages of
unexpected errors (they may quote any of these).
"""

import logging
import traceback
from types import TracebackType

from flask import Flask, Response, request

_LOG = logging.getLogger("fingerpost.web")

ExcInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


def open_log() -> None:
    """Write to the terminal's error output what the log is told.

    Libraries below tell of every token that moves: only their warnings are for this log.
    """
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("fingerpost").setLevel(logging.INFO)


def keep_log(app: Flask) -> None:
    """Write one line for each request."""
    app.after_request(_say)


def unexpected(error: BaseException) -> None:
    """Write what kind of error it was and where, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    _LOG.error("%s at %s %s: %s", type(error).__name__, request.method, request.url_rule, places)


def _say(response: Response) -> Response:
    if request.endpoint != "static":
        _LOG.info("%s %s %s", request.method, request.url_rule, response.status_code)
    return response
