"""Answers as they arrive, made plain: bounded before anything else looks at them, numbers exact.

Whatever JSON can hold may arrive here, and what Python's own JSON reader adds to it.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

#: Bytes of all answers of a form together.
MOST_BYTES = 100_000
#: A list of choices is as deep as an answer gets; this leaves room to name what is wrong.
MOST_DEPTH = 5
#: The largest number that is worked with, either side of zero, and its decimal places.
LARGEST = Decimal(10**15)
MOST_PLACES = 6

_UNWORKABLE = object()
#: The character of number 0, and halves of characters.
_NOT_KEPT = re.compile("[\0\ud800-\udfff]")


def too_large(value: object) -> bool:
    """Whether a value is deeper or longer than any answer may be; looks no further than needed."""
    left = MOST_BYTES
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        each, depth = waiting.pop()
        left -= _size(each)
        if left < 0 or depth > MOST_DEPTH:
            return True
        waiting.extend((part, depth + 1) for part in _parts(each))
    return False


def size(value: object) -> int:
    """Return about how many bytes a value takes, or a little more than the bound for all."""
    total = 0
    waiting = [value]
    while waiting and total <= MOST_BYTES:
        each = waiting.pop()
        total += _size(each)
        waiting.extend(_parts(each))
    return total


def plain_answers(answers: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return answers with every number as int or Decimal; see `plain`."""
    return {name: plain(answer) for name, answer in answers.items()}


def plain(value: object) -> object:
    """Return a value with every number as int or Decimal, so that `0.1 + 0.2` stays 0.3.

    Numbers that cannot be worked with (not finite, far too large or long) become a value that no
    question takes.
    """
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    return _number(value)


def can_be_kept(text: str) -> bool:
    """Whether text holds only characters that every database and letter can hold."""
    return _NOT_KEPT.search(text) is None


def _number(value: float | Decimal) -> object:
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite() or not -LARGEST <= number <= LARGEST:
        return _UNWORKABLE
    if number == number.to_integral_value():
        return int(number)
    exponent = number.normalize().as_tuple().exponent
    too_long = isinstance(exponent, int) and exponent < -MOST_PLACES
    return _UNWORKABLE if too_long else number


def _size(value: object) -> int:
    if isinstance(value, str):
        return len(value) if value.isascii() else len(value.encode("utf-8", "surrogatepass"))
    if isinstance(value, int) and not isinstance(value, bool):
        return value.bit_length() // 3 + 1
    if isinstance(value, Decimal):
        return len(value.as_tuple().digits)
    return 1


def _parts(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    return list(value) if isinstance(value, list | tuple) else []
