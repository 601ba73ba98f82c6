from collections.abc import Callable
from typing import Any

from flask import Flask, Request
from werkzeug.wrappers import Response

class UserMixin:
    id: str
    @property
    def is_authenticated(self) -> bool: ...
    def get_id(self) -> str: ...

class LoginManager:
    session_protection: str | None
    def init_app(self, app: Flask, add_context_processor: bool = ...) -> None: ...
    def request_loader(
        self, callback: Callable[[Request], UserMixin | None]
    ) -> Callable[[Request], UserMixin | None]: ...
    def unauthorized_handler(self, callback: Callable[[], Response]) -> Callable[[], Response]: ...
    def unauthorized(self) -> Response: ...

current_user: Any
