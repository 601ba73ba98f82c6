"""What people type into one field -> one answer, or a sentence that says how to put it right."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

_WHOLE = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
_NUMBER = re.compile(rf"(?P<sign>[-\u2212]?)(?P<whole>{_WHOLE})(?:\.(?P<part>[0-9]*))?")
_SPACES = re.compile(r"\s+")
#: No sum of a pathway and no count has more digits; longer numbers are slips of the hand.
_MOST_DIGITS = 12
_YEAR_DIGITS = 4
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{date(2000, number, 1).strftime("%B").lower(): number for number in range(1, 13)},
    "sept": 9,
}


class NotReadable(Exception):
    """What was typed is not an answer; the message is for the person who typed it."""


def text(typed: str) -> str:
    """Return text without what nobody typed on purpose: control characters and outer spaces."""
    unix = typed.replace("\r\n", "\n").replace("\r", "\n")
    return (
        "".join(sign for sign in unix if sign >= " " or sign in "\n\t").replace("\x7f", "").strip()
    )


def money(typed: str) -> Decimal:
    """Return pounds and pence from e.g. `"£1,349.50"`.

    Raises:
        NotReadable: If it is not an amount, or has parts of a penny.
    """
    amount = _decimal(_SPACES.sub("", typed).replace("£", "", 1))
    if amount is None:
        raise NotReadable("Enter an amount in pounds and pence, for example 349.99")
    if amount != round(amount, 2):
        raise NotReadable(
            "Enter an amount with no more than two numbers after the point, for example 349.99"
        )
    return amount.quantize(Decimal("0.01"))


def number(typed: str) -> int | Decimal:
    """Return a number; an int where it is whole.

    Raises:
        NotReadable: If it is not a number.
    """
    amount = _decimal(_SPACES.sub("", typed))
    if amount is None:
        raise NotReadable("Enter a number, for example 12")
    return int(amount) if amount == int(amount) else amount


def day(parts: Sequence[str]) -> str:
    """Return an ISO 8601 date from what was typed as day, month and year.

    Raises:
        NotReadable: If a part is missing, or there is no such day.
    """
    missing = [name for name, part in zip(("day", "month", "year"), parts, strict=True) if not part]
    if missing:
        raise NotReadable(f"The date must include a {' and a '.join(missing)}")
    number_of_day, month, year = _digits(parts[0]), _month(parts[1]), _digits(parts[2])
    if year is not None and len(parts[2]) != _YEAR_DIGITS:
        raise NotReadable("The year must have four numbers, for example 2027")
    try:
        return date(year or 0, month or 0, number_of_day or 0).isoformat()
    except ValueError as error:
        raise NotReadable("This day does not exist. Enter a date like 27 3 2027") from error


def _decimal(typed: str) -> Decimal | None:
    match = _NUMBER.fullmatch(typed)
    if match is None or len(typed) > 2 * _MOST_DIGITS:
        return None
    whole = match["whole"].replace(",", "")
    if len(whole) > _MOST_DIGITS:
        return None
    return Decimal(f"{'-' if match['sign'] else ''}{whole}.{match['part'] or '0'}")


def _digits(typed: str) -> int | None:
    return int(typed) if re.fullmatch("[0-9]{1,4}", typed) else None


def _month(typed: str) -> int | None:
    return _MONTH_NAMES.get(typed.lower().rstrip("."), _digits(typed))
