"""When a timer falls due, in words."""

import re
from collections.abc import Mapping

from pathways.model.pathway import Period
from pathways.words.catalogue import Catalogue

_DURATION = re.compile(
    r"P(?:(?P<Y>\d+)Y)?(?:(?P<M>\d+)M)?(?:(?P<W>\d+)W)?(?:(?P<D>\d+)D)?"
    r"(?:T(?:(?P<TH>\d+)H)?(?:(?P<TM>\d+)M)?(?:(?P<TS>\d+)S)?)?"
)


def time_of(text: str, periods: Mapping[str, Period], say: Catalogue) -> str:
    """Return a drawn time in words: the period's own, or the duration spelled out.

    What is neither is said as drawn.
    """
    period = periods.get(text)
    return period.words if period is not None else duration(text, say)


def duration(text: str, say: Catalogue) -> str:
    """Return an ISO 8601 duration in words, `"P1Y6M"` as `"1 year and 6 months"`; else the text."""
    match = _DURATION.fullmatch(text)
    counts = {} if match is None else match.groupdict()
    said = [
        say.counted(say.units[unit], int(count))
        for unit, count in counts.items()
        if count is not None
    ]
    if not said:
        return text
    return say.and_.join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
