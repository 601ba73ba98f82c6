"""What is asked of somebody who relies on an exception of the law."""

from dataclasses import dataclass

from pathways.model.law import LawfulException, Statute
from workflow.model.case import Case
from workflow.model.clock import CaseClock
from workflow.model.closure import Closure


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSheet:
    """What an officer sees who is about to rely on an exception."""

    clock: CaseClock
    case: Case
    #: What the law said on the day on which the clock started.
    law: Statute
    #: Those that may be relied on, never empty.
    exceptions: tuple[LawfulException, ...]
    #: Closures of the child's school of 4 weeks or more, while the clock runs.
    long_closures: tuple[Closure, ...]
