"""Days and moments as people say them, in the time of the United Kingdom."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/London")


def day(on: date) -> str:
    """Return e.g. `"Wednesday 3 March 2027"`."""
    return f"{on:%A} {short_day(on)}"


def short_day(on: date) -> str:
    """Return e.g. `"3 March 2027"`."""
    return f"{on.day} {on:%B} {on.year}"


def day_of(at: datetime) -> date:
    """Return the day on which a moment falls here."""
    return at.astimezone(_HERE).date()


def beginning_of(on: date) -> datetime:
    """Return the moment at which a day begins here; aware."""
    return datetime.combine(on, time(), _HERE)


def moment(at: datetime) -> str:
    """Return e.g. `"Wednesday 3 March 2027 at 2:05pm"`."""
    return f"{day(day_of(at))} at {clock(at)}"


def clock(at: datetime) -> str:
    """Return e.g. `"2:05pm"`, as the GOV.UK style guide writes times."""
    here = at.astimezone(_HERE)
    return f"{here.hour % 12 or 12}:{here:%M}{'am' if here.hour < 12 else 'pm'}"  # noqa: PLR2004 - noon


def due(due_at: datetime | None, *, now: datetime) -> str:
    """Return by when something should be done, e.g. `"Due tomorrow"`, `"3 days late"`."""
    if due_at is None:
        return "No date set"
    days = (day_of(due_at) - day_of(now)).days
    if due_at < now:
        return _late(-days)
    if days <= 1:
        return "Due tomorrow" if days else "Due today"
    return f"Due {day(day_of(due_at))}"


def _late(days: int) -> str:
    if days <= 0:
        return "Late since earlier today"
    return "1 day late" if days == 1 else f"{days} days late"
