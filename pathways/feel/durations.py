"""The two durations of FEEL, which cannot be compared with one another."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering

from typing_extensions import override

_ISO = re.compile(
    r"(?P<sign>-?)P(?:(?P<years>[0-9]{1,9})Y)?(?:(?P<months>[0-9]{1,9})M)?"
    r"(?:(?P<days>[0-9]{1,9})D)?"
    r"(?P<time>T(?:(?P<hours>[0-9]{1,9})H)?(?:(?P<minutes>[0-9]{1,9})M)?"
    r"(?:(?P<seconds>[0-9]{1,12}(?:\.[0-9]{1,9})?)S)?)?"
)
_DAY = 86_400
_HOUR = 3_600
_MINUTE = 60


@total_ordering
@dataclass(frozen=True, slots=True)
class YearsMonthsDuration:
    """A length of time in whole months, such as `P1Y6M`."""

    months: int

    def __lt__(self, other: "YearsMonthsDuration") -> bool:
        """Tell whether this one is shorter."""
        return self.months < other.months

    @override
    def __str__(self) -> str:
        """Write it as ISO 8601."""
        years, months = divmod(abs(self.months), 12)
        text = (f"{years}Y" if years else "") + (f"{months}M" if months else "")
        return ("-P" if self.months < 0 else "P") + (text or "0M")


@total_ordering
@dataclass(frozen=True, slots=True)
class DaysTimeDuration:
    """A length of time in seconds, written in days, hours, minutes and seconds."""

    seconds: Decimal

    def __lt__(self, other: "DaysTimeDuration") -> bool:
        """Tell whether this one is shorter."""
        return self.seconds < other.seconds

    def parts(self) -> tuple[int, int, int, Decimal]:
        """Return days, hours, minutes and seconds, each with the sign of the whole."""
        sign = -1 if self.seconds < 0 else 1
        days, hours, minutes, seconds = self._amounts()
        return sign * days, sign * hours, sign * minutes, sign * seconds

    def _amounts(self) -> tuple[int, int, int, Decimal]:
        whole = int(abs(self.seconds))
        rest = abs(self.seconds) - whole
        days, left = divmod(whole, _DAY)
        hours, left = divmod(left, _HOUR)
        minutes, seconds = divmod(left, _MINUTE)
        return days, hours, minutes, seconds + rest

    @override
    def __str__(self) -> str:
        """Write it as ISO 8601."""
        days, hours, minutes, seconds = self._amounts()
        time = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
        time += f"{_shortest(seconds)}S" if seconds else ""
        text = (f"{days}D" if days else "") + (f"T{time}" if time else "")
        return ("-P" if self.seconds < 0 else "P") + (text or "T0S")


def _shortest(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_duration(text: str) -> YearsMonthsDuration | DaysTimeDuration | None:
    """Return the duration that ISO 8601 text says, or None where it says none.

    Years and months cannot be mixed with days and time (DMN 1.5, 10.3.2.3.6 and 10.3.2.3.7).
    """
    found = _ISO.fullmatch(text)
    if found is None or found["time"] == "T":
        return None
    sign = -1 if found["sign"] else 1
    months = [found["years"], found["months"]]
    seconds = [found["days"], found["hours"], found["minutes"], found["seconds"]]
    if any(months) == any(seconds):
        return None
    if any(months):
        return YearsMonthsDuration(sign * (int(months[0] or 0) * 12 + int(months[1] or 0)))
    units = (_DAY, _HOUR, _MINUTE, 1)
    total = sum((Decimal(n or 0) * unit for n, unit in zip(seconds, units, strict=True)), Decimal())
    return DaysTimeDuration(sign * total)
