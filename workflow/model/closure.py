"""When schools and colleges are closed: data that a council or a setting gives for each year."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Closure:
    """One stretch of days on which a school or college does not meet: a holiday, training days."""

    first_on: date
    last_on: date
    #: E.g. `"Summer holiday"`.
    what: str

    def __post_init__(self) -> None:
        """Refuse a closure that ends before it begins."""
        if self.last_on < self.first_on:
            raise ValueError(
                f"“{self.what}” ends on {self.last_on}, before it begins on {self.first_on}. "
                "Write its first day first."
            )

    @property
    def days(self) -> int:
        """How many days it has, weekends and both ends counted."""
        return (self.last_on - self.first_on).days + 1


#: The closures that hold for one setting, in any order.
Closures = Collection[Closure]


def closed_on(day: date, closures: Closures) -> bool:
    """Return whether one of the closures holds on a day."""
    return any(one.first_on <= day <= one.last_on for one in closures)
