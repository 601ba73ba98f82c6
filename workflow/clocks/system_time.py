"""Real time."""

from datetime import UTC, datetime


class SystemTime:
    """The `Time` port on the clock of the machine."""

    def now(self) -> datetime:
        """Return the present moment; aware, UTC."""
        return datetime.now(UTC)  # noqa: TID251  the one place where time comes from
