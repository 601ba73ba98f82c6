"""Durations and dates of ISO 8601, in words."""

import re
from collections.abc import Mapping
from datetime import date

from babel import Locale
from babel.dates import format_date

from pathways.model.duration import Duration, read_duration
from pathways.words.catalogue import Catalogue
from pathways.words.messages import Message, headings, times

_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:T([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


def duration(text: str, say: Catalogue) -> str:
    """Return an ISO 8601 duration in words, `"P1Y6M"` as `"1 year and 6 months"`; else nothing."""
    counts = _counts(text)
    return "" if counts is None else _said(counts, say)


def whole_days(text: str) -> int:
    """Return how many days a duration has, weeks as seven; 0 where it is none."""
    try:
        read = read_duration(text)
    except ValueError:
        return 0
    return read.weeks * 7 + read.days


def every(text: str, say: Catalogue) -> str:
    """Return a duration between repetitions in words: `"every 2 days"`; nothing for other texts."""
    counts = _counts(text)
    if counts is None:
        return ""
    if len(counts) == 1:
        ((unit, count),) = counts.items()
        return say.counted(times.EVERY[unit], count)
    return say.phrase(times.EVERY_MIXED, time=_said(counts, say))


def moment(text: str, say: Catalogue) -> str:
    """Return an ISO 8601 date, or date and time, in words; nothing for other texts."""
    found = _MOMENT.fullmatch(text)
    day = None if found is None else _day(found[1])
    if found is None or day is None:
        return ""
    said = format_date(day, format="long", locale=Locale.parse(say.language, sep="-"))
    if not found[2]:
        return said
    return say.phrase(times.DAY_AND_TIME, day=said, time=_clock(found, say))


def _clock(found: re.Match[str], say: Catalogue) -> str:
    time = found[2] if found[3] in {None, "00"} else f"{found[2]}:{found[3]}"
    offset = "" if found[4] in {None, "Z"} else found[4]
    return time if found[4] is None else say.phrase(times.WITH_OFFSET, time=time, offset=offset)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _counts(text: str) -> Mapping[str, int] | None:
    try:
        read = read_duration(text)
    except ValueError:
        return None
    return {unit: count for unit, count in _parts(read) if count} or {"seconds": 0}


def _parts(read: Duration) -> list[tuple[str, int]]:
    return [(unit, getattr(read, unit)) for unit in _UNITS]


def _said(counts: Mapping[str, int], say: Catalogue) -> str:
    said = [say.counted(times.UNITS[unit], count) for unit, count in counts.items()]
    return joined(said, say, headings.AND)


def joined(texts: list[str], say: Catalogue, last: Message) -> str:
    """Return texts as a list: `"1 year, 2 months and 3 days"`."""
    head, tail = texts[:-1], texts[-1]
    if not head:
        return tail
    return f"{say.text(headings.COMMA).join(head)}{say.text(last)}{tail}"
