"""Somebody who has signed in and sends forms over HTTP, on one connection that is kept open."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

from tests.serving.server import HOST
from webapp import keys, sealing
from webapp.sessions import COOKIE
from workflow.bootstrap import Workflow
from workflow.model.actor import Actor

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
#: Seconds after which an answer is no longer waited for.
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    #: Where it sends the browser next; empty where it does not.
    location: str
    page: str


class Visitor:
    """The browser of one actor, as far as HTTP goes."""

    def __init__(self, workflow: Workflow, actor: Actor, port: int) -> None:
        """Sign in, without the page for it: hashing a password would be measured too."""
        cookie = secrets.token_urlsafe(32)
        workflow.people.sessions.save(cookie, actor.id, {})
        self._headers = {"Cookie": f"{COOKIE}={cookie}", "Origin": f"http://{HOST}:{port}"}
        self._connection = HTTPConnection(HOST, port, timeout=_PATIENCE)
        self._csrf_token = ""

    def read(self, path: str) -> Answer:
        """Open a page."""
        return self._ask("GET", path)

    def complete(self, task_id: str, answers: Mapping[str, Any], *, key: str = "") -> Answer:
        """Send the answers of a task, as its last page does."""
        fields = {sealing.FIELD: sealing.seal(answers), keys.FIELD: key or keys.new_key()}
        return self.send(f"/tasks/{task_id}/complete", fields)

    def send(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a form."""
        self.prepare()
        body = urlencode({"csrf_token": self._csrf_token, **fields})
        return self._ask("POST", path, body)

    def close(self) -> None:
        """Let go of the connection; the next request opens another."""
        self._connection.close()

    def prepare(self) -> None:
        """Read the token that forms carry from any page with one; does nothing a second time."""
        if not self._csrf_token:
            found = _TOKEN.search(self.read("/cases").page)
            if found is None:
                self.close()
                raise HTTPException("Expected a page with a form, but there was none.")
            self._csrf_token = found[1]

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        headers = dict(self._headers)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._connection.request(method, path, body, headers)
            response = self._connection.getresponse()
            page = response.read().decode()
        except (OSError, HTTPException):
            self.close()
            raise
        return Answer(response.status, response.headers.get("Location", ""), page)
