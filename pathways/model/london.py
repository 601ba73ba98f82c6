"""The calendar and clocks of England: what a day and a time of day without a zone mean here."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def moment_of(shown: datetime) -> datetime:
    """Return the moment at which London's clocks show a day and time; aware, UTC.

    A time that the spring change skips becomes the first moment after it; one that the autumn
    change repeats is the first of the two.

    Args:
        shown: What the clocks show; naive.

    Raises:
        OverflowError: If it lies at the very edge of the calendar.

    Source: the clocks change at 01:00 UTC, Summer Time Act 1972, section 1, as amended by the
    Summer Time Order 2002 (SI 2002/262).
    """
    moment = shown.replace(tzinfo=LONDON, fold=0).astimezone(UTC)
    if moment.astimezone(LONDON).replace(tzinfo=None, fold=0) == shown.replace(fold=0):
        return moment
    # An hour is skipped at 01:00 UTC, which the offset of before shows as the hour asked for.
    return shown.replace(minute=0, second=0, microsecond=0, tzinfo=LONDON).astimezone(UTC)


def day_in_words(day: date) -> str:
    """Return a day as people write it: `"3 March 2027"`."""
    return f"{day.day} {day:%B} {day.year}"
