"""When a timer falls due, however it was written: vendors quote it, people say it in words."""

import re
from collections.abc import Collection
from datetime import UTC, datetime

from pathways.model.duration import read_duration
from pathways.model.london import LONDON, moment_of
from pathways.model.node import Timer, TimerKind

_WRAPPINGS = tuple(
    re.compile(pattern, re.DOTALL | re.IGNORECASE)
    for pattern in (
        r"=(.*)",
        r"[$#]\{\s*([\"'].*[\"'])\s*\}",
        r"(?:duration|date and time|date|time)\s*\((.*)\)",
        r"@?\"([^\"]*)\"",
        r"@?'([^']*)'",
    )
)
_MOST_WRAPPINGS = 6
_PERIOD = re.compile(r"(?!PT?[0-9])[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_CYCLE = re.compile(r"R(\d{0,6})/(.+)")
_UNITS = {
    "year": "P{}Y",
    "month": "P{}M",
    "week": "P{}W",
    "day": "P{}D",
    "hour": "PT{}H",
    "hr": "PT{}H",
    "minute": "PT{}M",
    "min": "PT{}M",
    "second": "PT{}S",
    "sec": "PT{}S",
}
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_IN_WORDS = re.compile(
    rf"(?:after |wait |wait for |in |every )?(\d{{1,6}}|an?|{'|'.join(_NUMBERS)})[ -]?"
    rf"({'|'.join(_UNITS)})s?(?: later| passed| have passed| has passed| elapsed| over)?",
    re.IGNORECASE,
)
_LONGEST = 200


def read_timer(timer: Timer, periods: Collection[str] | None) -> Timer | None:
    """Return a timer as the engine reads it; None where it says no time.

    Args:
        timer: As it is drawn.
        periods: The codes of the pathway's periods; None where they are not known.
    """
    if timer.text in (periods or ()):
        return timer
    text = _bare(timer.text[:_LONGEST])
    if _PERIOD.fullmatch(text) and periods is None:
        return Timer(kind=timer.kind, text=text)
    return _cycle(text) or read_words(text) or _moment(text)


def read_words(text: str) -> Timer | None:
    """Return a time that is written as ISO 8601 or in plain English: `P10D`, `10 days`."""
    said = _IN_WORDS.fullmatch(" ".join(text.split()))
    if said is not None:
        number = said[1].lower()
        count = _NUMBERS.index(number) + 1 if number in _NUMBERS else 1
        count = int(number) if number.isdigit() else count
        return Timer(kind=TimerKind.DURATION, text=_UNITS[said[2].lower()].format(count))
    duration = text.upper()
    return Timer(kind=TimerKind.DURATION, text=duration) if is_duration(duration) else None


def once(timer: Timer) -> Timer:
    """Return when a timer that falls due again and again does so for the first time."""
    cycle = _CYCLE.fullmatch(timer.text) if timer.kind is TimerKind.CYCLE else None
    return timer if cycle is None else Timer(kind=TimerKind.DURATION, text=cycle[2])


def is_duration(text: str) -> bool:
    """Whether a text is a duration as ISO 8601 writes it."""
    try:
        read_duration(text)
    except ValueError:
        return False
    return True


def _bare(text: str) -> str:
    """Return what is inside of a vendor's quotation marks and brackets."""
    for _ in range(_MOST_WRAPPINGS):
        text = text.strip()
        inside = next((found[1] for each in _WRAPPINGS if (found := each.fullmatch(text))), None)
        if inside is None:
            break
        text = inside
    return text


def _cycle(text: str) -> Timer | None:
    """Return a cycle; one with a day on which it begins or ends, at its first time only."""
    found = _CYCLE.fullmatch(text.upper())
    if found is None:
        return None
    every = [each.strip() for each in found[2].split("/")]
    if len(every) == 1 and is_duration(every[0]):
        often = found[1] if found[1] != "0" else "1"
        return Timer(kind=TimerKind.CYCLE, text=f"R{often}/{every[0]}")
    return _moment(every[0]) or (read_words(every[0]) if is_duration(every[0]) else None)


def _moment(text: str) -> Timer | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
        # Days and times without a time zone are those of England.
        local = moment_of(moment).astimezone(LONDON) if moment.tzinfo is None else moment
        local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Timer(kind=TimerKind.DATE, text=text if local is moment else local.isoformat())
