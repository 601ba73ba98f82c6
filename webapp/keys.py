"""Idempotency keys: a form that is sent twice does its work once."""

import re
import secrets
from collections.abc import Mapping

from werkzeug.exceptions import BadRequest

FIELD = "key"
_SHAPE = re.compile(r"[A-Za-z0-9_-]{16,64}")


def new_key() -> str:
    """Return a key for a form that is about to be shown."""
    return secrets.token_urlsafe(24)


def idempotency_key(form: Mapping[str, str]) -> str:
    """Return the key that a form came with.

    Raises:
        BadRequest: If it has none, or one that we never made.
    """
    key = form.get(FIELD, "")
    if _SHAPE.fullmatch(key) is None:
        raise BadRequest
    return key
