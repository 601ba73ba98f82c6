"""The only way in and out of columns that hold what people wrote: answers, letters and files.

Nothing else may read or write those columns, so that a key for each case can come in here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

#: The first byte of everything sealed says how the rest is to be read. 1: JSON, UTF-8, no key.
_JSON = b"\x01"

_encode = msgspec.json.Encoder(decimal_format="number").encode
_decode = msgspec.json.Decoder(float_hook=Decimal).decode


class SealUnknown(Exception):
    """Sealed content that this release cannot open: a later one wrote it, or it is damaged."""

    def __init__(self) -> None:
        super().__init__(
            "Expected content sealed in format 1, but found another. "
            "Start the release of Fingerpost that last used this database."
        )


class Codec:
    """Seals values into bytes and opens them again, numbers exact to the last digit."""

    def seal(self, case_id: str, value: object) -> bytes:  # noqa: ARG002  the case's key will seal
        """Return a value as it is kept.

        Args:
            case_id: The case that it belongs to.
            value: Text, numbers (int or Decimal), bool, None, dates and moments (which come back
                as ISO 8601 text), in lists or tuples (which come back as lists) and mappings.

        Raises:
            ValueError: If there is a float, an infinite number or anything else in it.
        """
        return _JSON + _encode(_writable(value))

    def open(self, case_id: str, sealed: bytes) -> Any:  # noqa: ANN401, ARG002  truly JSON; the case's key will open
        """Return the value that was sealed for the same case.

        Raises:
            SealUnknown: If it was not sealed in a way known here.
        """
        if sealed[:1] != _JSON:
            raise SealUnknown
        try:
            return _decode(sealed[1:])
        except msgspec.DecodeError as error:
            raise SealUnknown from error


#: The codec of the house.
CODEC = Codec()


def _writable(value: object) -> object:
    """Return a value that JSON can keep without loss."""
    for kinds, write in _WRITERS:
        if isinstance(value, kinds):
            return write(value)
    raise ValueError(f"Expected a value that can be kept exactly, but found a {type(value)}.")


def _as_it_is(value: object) -> object:
    return value


def _number(value: Decimal) -> object:
    """Return a Decimal so that it comes back as one: JSON's `5` would come back as an int."""
    if not value.is_finite():
        raise ValueError(f"Expected a number that ends, but found {value}.")
    return msgspec.Raw(f"{value}E0".encode()) if value.as_tuple().exponent == 0 else value


def _list(values: list[object] | tuple[object, ...]) -> object:
    return [_writable(value) for value in values]


def _mapping(values: Mapping[object, object]) -> object:
    if not all(isinstance(name, str) for name in values):
        raise ValueError("Expected names that are text, but found others.")
    return {name: _writable(value) for name, value in values.items()}


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any], object]], ...] = (
    ((str, bool, int, type(None), date), _as_it_is),
    (Decimal, _number),
    ((list, tuple), _list),
    (Mapping, _mapping),
)
