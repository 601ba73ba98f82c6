"""Answers on their way through the page that shows them: what was seen is what is sent."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec
from werkzeug.exceptions import BadRequest

FIELD = "answers"

_ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")
_DECODER = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)


def seal(answers: Mapping[str, Any]) -> str:
    """Return answers as JSON text; numbers keep their digits."""
    return _ENCODER.encode(dict(answers)).decode()


def unseal(text: str) -> dict[str, Any]:
    """Return the answers that a form carried; the engine checks them as any others.

    Raises:
        BadRequest: If it is not JSON of question -> answer.
    """
    try:
        return _DECODER.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadRequest from error
