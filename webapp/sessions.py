"""Sessions that live on the server: the browser holds a random token and nothing else."""

import secrets
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from typing_extensions import override

from workflow.people import Sessions
from workflow.store import StoreUnavailable

SERVICE_UNAVAILABLE = 503
COOKIE = "__Host-fingerpost"
_TOKEN_BYTES = 32  # 256 bits, as OWASP ASVS 5.0.0 (7.2.3) asks for at least 128


class ServerSession(dict[str, Any], SessionMixin):
    """What the server remembers of one browser. Known to be changed only through its own verbs."""

    def __init__(
        self, content: Mapping[str, Any], *, token: str | None, account_id: str | None
    ) -> None:
        super().__init__(content)
        self.token = token
        #: Who has signed in; None for nobody yet.
        self.account_id = account_id
        #: Tokens that must not be accepted any more.
        self.ended: list[str] = []
        #: Why it could not be read; told as soon as there is a page to tell it on.
        self.fault: Exception | None = None
        self._before = (deepcopy(dict(content)), account_id)

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return (dict(self), self.account_id) != self._before

    def sign_in(self, account_id: str) -> None:
        """Begin again under a new token, so that one that was known before is worth nothing."""
        self.sign_out()
        self.account_id = account_id

    def sign_out(self) -> None:
        """Forget everything, here and on the server."""
        if self.token is not None:
            self.ended.append(self.token)
        self.clear()
        self.token, self.account_id = None, None


class ServerSessions(SessionInterface):
    """Reads a session as a request begins and writes it as it ends, if it holds anything."""

    def __init__(self, sessions: Sessions, unavailable: Callable[[], str]) -> None:
        """Keep sessions; `unavailable` returns the page for when they cannot be written."""
        self._sessions = sessions
        self._unavailable = unavailable

    @override
    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Return the session that the browser's token names; an empty one where there is none."""
        token = request.cookies.get(COOKIE)
        if not token or request.endpoint == "static":
            return _nothing()
        try:
            state = self._sessions.read(token)
        except Exception as error:  # noqa: BLE001 - raised again where errors have their pages
            return _nothing(fault=error)
        if state is None:
            return _nothing()
        return ServerSession(state.content, token=token, account_id=state.account_id)

    @override
    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write what changed, end what ended, and tell the browser."""
        if not isinstance(session, ServerSession) or session.fault is not None:
            return
        try:
            self._write(session, response)
        except StoreUnavailable:
            # A page whose form could not be sent, or a sign-out that was none, would be worse. What
            # was asked may have been done: sent once more, the same form gets the same answer.
            response.status_code = SERVICE_UNAVAILABLE
            response.headers.pop("Location", None)
            response.set_data(self._unavailable())

    def _write(self, session: ServerSession, response: Response) -> None:
        for token in session.ended:
            self._sessions.end(token)
        if not session and session.account_id is None:
            self._forget(session, response)
        elif session.changed or session.token is None:
            self._keep(session, response)

    def _keep(self, session: ServerSession, response: Response) -> None:
        if session.token is None:
            token = secrets.token_urlsafe(_TOKEN_BYTES)
            self._sessions.save(token, session.account_id, dict(session))
        elif self._sessions.change(session.token, session.account_id, dict(session)):
            token = session.token
        else:
            return  # ended by another request meanwhile: it must not come back to life
        response.set_cookie(COOKIE, token, secure=True, httponly=True, samesite="Lax", path="/")

    def _forget(self, session: ServerSession, response: Response) -> None:
        if session.token is not None:
            self._sessions.end(session.token)
        if session.token is not None or session.ended:
            response.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax", path="/")


def _nothing(*, fault: Exception | None = None) -> ServerSession:
    session = ServerSession({}, token=None, account_id=None)
    session.fault = fault
    return session
