"""A period in words, as it is said after "within"."""

from pathways.model.duration import Duration
from pathways.model.pathway import PeriodUnit


def words(duration: Duration, unit: PeriodUnit = PeriodUnit.CALENDAR) -> str:
    """Return a duration as people say it: `"10 working days"`, `"1 year and 3 months"`."""
    days = f"{unit.value} day" if unit.whole_days else "day"
    parts = (
        (duration.years, "year"),
        (duration.months, "month"),
        (duration.weeks, f"week of {unit.value} days" if unit.whole_days else "week"),
        (duration.days, days),
        (duration.hours, "hour"),
        (duration.minutes, "minute"),
        (duration.seconds, "second"),
    )
    said = [_counted(count, name) for count, name in parts if count]
    return _listed(said) if said else f"0 {days}s"


def _counted(count: int, name: str) -> str:
    if count == 1:
        return f"1 {name}"
    first, *rest = name.split(" ", 1)
    if first in {"working", "school"}:
        return f"{count} {name}s"
    return " ".join([f"{count} {first}s", *rest])


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
