"""The demonstration's clock."""

from dataclasses import dataclass
from datetime import datetime

from webapp.presenters import times
from webapp.presenters.page import Link, Page

#: How far the clock may be moved at once, in days.
MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPage(Page):
    """Where the demonstration's clock stands, and how to move it."""

    now: str
    days: dict[str, object]


def demo_page(now: datetime, *, problem: str = "") -> DemoPage:
    """Return the page of the demonstration's clock."""
    field: dict[str, object] = {
        "id": "days",
        "name": "days",
        "label": {"text": "How many days?", "classes": "govuk-label--s"},
        "hint": {"text": "Deadlines that pass on the way take effect, as they would in real time."},
        "inputmode": "numeric",
        "spellcheck": False,
        "classes": "govuk-input--width-4",
        "value": "1",
    }
    return DemoPage(
        title="Move the clock",
        problems=(Link(text=problem, href="#days"),) if problem else (),
        now=times.moment(now),
        days=field | ({"errorMessage": {"text": problem}} if problem else {}),
    )


def wrong_days() -> str:
    """Say which numbers of days are right."""
    return f"Enter a whole number of days from 1 to {MOST_DAYS}"


def moved(now: datetime) -> str:
    """Say where the clock stands now."""
    return f"It is now {times.moment(now)}."
