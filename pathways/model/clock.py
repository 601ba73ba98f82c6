"""A clock of a pathway: what starts a period of the law in a case, and what must come of it."""

from dataclasses import dataclass
from enum import Enum


class ClockMoment(Enum):
    """What happens at an element that starts or meets a clock."""

    #: The case begins; no element is named.
    OPENED = "opened"
    #: The case comes to the element.
    REACHED = "reached"
    #: The element has been done, and the case goes on from it.
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMark:
    """One moment of a case, as the drawing knows it."""

    when: ClockMoment
    #: Id of the element in the drawing; empty for the opening of the case.
    element: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A period of the law that runs in every case of a pathway."""

    #: Of the period in periods.toml and in the law, e.g. `"FINAL_PLAN"`.
    code: str
    starts: ClockMark
    #: An “at most” must reach it before the period ends, an “at least” must not.
    target: ClockMark
    #: How long before the end the case officer is warned: ISO 8601, whole days, longest first.
    warnings: tuple[str, ...] = ()
    #: Id of the drawn timer event that moves the case on at the end; empty where there is none.
    back_stop: str = ""
    #: Ids of the exceptions that may be relied on; None for all that the law knows for it.
    exceptions: tuple[str, ...] | None = None
