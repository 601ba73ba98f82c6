"""Durations as ISO 8601 writes them, in their parts: a month is never turned into days here."""

import re
from dataclasses import dataclass

#: A hundred years. Longer waits are slips of the pen, and leave the calendar.
LONGEST_DAYS = 36_525

_NUMBER = r"([0-9]{1,6})"
_ISO = re.compile(
    rf"P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time in calendar parts, none of them negative."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    @property
    def only_days(self) -> bool:
        """Whether it counts whole days (or weeks) and nothing else."""
        return not (self.years or self.months or self.hours or self.minutes or self.seconds)

    @property
    def zero(self) -> bool:
        """Whether it is no time at all."""
        return self == Duration()

    def times(self, count: int) -> "Duration":
        """Return so many of it, one after the other; each part is counted for itself."""
        if count == 1:
            return self
        return Duration(
            years=self.years * count,
            months=self.months * count,
            weeks=self.weeks * count,
            days=self.days * count,
            hours=self.hours * count,
            minutes=self.minutes * count,
            seconds=self.seconds * count,
        )


def read_duration(text: str) -> Duration:
    """Read an ISO 8601 duration: `P10D`, `P6W`, `P3M`, `P1Y`, `PT36H`, `P1DT12H`.

    Whole numbers only, never negative, at most a hundred years.

    Raises:
        ValueError: If the text is not such a duration; the message says what to write.

    Source: ISO 8601-1:2019, 5.5.2.
    """
    found = _ISO.fullmatch(text)
    if found is None or found.lastindex is None:
        raise ValueError(
            f"“{text[:40]}” is not a duration. Write it as ISO 8601 does: "
            "P10D for 10 days, P6W for 6 weeks, P3M for 3 months, PT36H for 36 hours."
        )
    years, months, weeks, days, hours, minutes, seconds = (
        int(part or 0) for part in found.groups()
    )
    duration = Duration(
        years=years,
        months=months,
        weeks=weeks,
        days=days,
        hours=hours,
        minutes=minutes,
        seconds=seconds,
    )
    if _roughly_in_days(duration) > LONGEST_DAYS:
        raise ValueError(f"“{text}” is longer than a hundred years. Write a shorter duration.")
    return duration


def _roughly_in_days(duration: Duration) -> float:
    days = duration.years * 365.25 + duration.months * 30.4 + duration.weeks * 7 + duration.days
    seconds = duration.hours * 3600 + duration.minutes * 60 + duration.seconds
    return days + seconds / 86_400
