"""What came of one file."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from time import process_time
from typing import Any, TypeVar

_Value = TypeVar("_Value")


@dataclass(slots=True)
class Row:
    """One file, trial by trial."""

    file: str
    #: Trial -> how it ended, e.g. `"starts"`.
    ended: dict[str, str] = field(default_factory=dict)
    #: Trial -> what is wrong, in sentences.
    problems: dict[str, list[str]] = field(default_factory=dict)
    #: What was measured -> milliseconds of CPU.
    ms: dict[str, float] = field(default_factory=dict)
    #: Severity of findings -> how many.
    findings: dict[str, int] = field(default_factory=dict)
    #: Trials in which our code raised what it should not.
    tracebacks: int = 0

    def timed(self, what: str, action: Callable[[], _Value]) -> _Value:
        """Do something, and note the CPU time that it took."""
        before = process_time()
        value = action()
        self.ms[what] = round((process_time() - before) * 1000, 3)
        return value

    def add(self, trial: str, problem: str) -> None:
        """Note what is wrong."""
        self.problems.setdefault(trial, []).append(problem)

    @property
    def values(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return asdict(self)
