"""A form's JSON, read strictly: numbers stay exact, and nothing is written twice."""

import json
from decimal import Decimal
from typing import Any, Never

MOST_BYTES = 200_000
#: A number in a form beyond this is a slip of the pen, and slow to work with.
LARGEST = 10**15


class NotAForm(Exception):
    """This is not JSON as it is read here; the message says why and what to do."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        self.line = line
        self.column = column
        super().__init__(message)


def read_source(source: bytes) -> dict[str, Any]:
    """Return the JSON object in a file, with Decimal for every number that is not whole.

    Raises:
        NotAForm: If it is anything else.
    """
    if len(source) > MOST_BYTES:
        raise NotAForm(
            f"The file has {len(source):,} bytes; at most {MOST_BYTES:,} are read. "
            "Ask less on one page."
        )
    try:
        form = json.loads(
            source.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=_refused,
            object_pairs_hook=_without_twins,
        )
    except json.JSONDecodeError as broken:
        message = f"The file is not JSON here: {broken.msg}. Put this place right."
        raise NotAForm(message, line=broken.lineno, column=broken.colno) from None
    except UnicodeDecodeError:
        raise NotAForm("The file is not text in UTF-8. Save it again as UTF-8.") from None
    except RecursionError:
        raise NotAForm("The file is nested far too deep. Write a flat list of questions.") from None
    if not isinstance(form, dict):
        raise NotAForm("The file holds no form. Write a JSON object: { … }.")
    return form


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if abs(number) > LARGEST or len(text) > len(str(LARGEST)):
        raise NotAForm(f"The number {text[:20]} is too large or too long. Write a shorter one.")
    return number


def _whole(text: str) -> int:
    if len(text) > len(str(LARGEST)):
        raise NotAForm(f"The number {text[:20]}… is too large. Write a smaller one.")
    return int(text)


def _refused(name: str) -> Never:
    raise NotAForm(f"{name} is not a number. Write one.")


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in pairs:
        if key in read:
            raise NotAForm(f"“{key}” is written twice in one place. Take one of them away.")
        read[key] = value
    return read
