"""What is measured, and in which order."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Protocol

from bench.bare import bare_window
from bench.measuring import side_by_side, window
from bench.naive import NaiveCase
from bench.ours import OurCase
from bench.story import Story


class Progress(Protocol):
    """Told whenever a window has been measured."""

    def __call__(self, what: str) -> None:
        """Take note of what was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is measured. A window is one year of each kind, so all have the same steps."""

    #: Completed steps of one case at which our own way is measured.
    points: tuple[int, ...]
    #: Those of them at which the naive way is measured too; stock is dead soon after 600.
    naive_points: tuple[int, ...]
    #: Fresh cases that are measured before the long one.
    before: int
    #: Fresh cases that are measured beside the long one when that is at its end.
    beside: int

    #: Whether the figures have goals.
    judged: bool

    @property
    def middle(self) -> int:
        """Return the point at which the naive way is compared."""
        return max(self.naive_points[:3])

    @property
    def early(self) -> tuple[int, ...]:
        """Return the points that are measured on every fresh case."""
        return tuple(point for point in self.points if point <= _EARLY)

    @property
    def windows(self) -> int:
        """Return how many windows will be measured."""
        early = len(self.early) * 2
        fresh = self.before * early + self.beside * (early - 1)
        return fresh + len(self.points) * 2 + len(self.naive_points)


_EARLY = 300

FULL = Plan(
    points=(10, 100, 300, 600, 1_000, 5_000),
    naive_points=(10, 100, 300, 600),
    before=3,
    beside=6,
    judged=True,
)
QUICK = Plan(points=(10, 100), naive_points=(10, 100), before=0, beside=1, judged=False)


@dataclass(slots=True)
class Measured:
    """Completed steps -> the mean of each window there, in ms of CPU per completed task."""

    ours: dict[int, list[float]] = field(default_factory=dict)
    bare: dict[int, list[float]] = field(default_factory=dict)
    naive: dict[int, list[float]] = field(default_factory=dict)
    #: The last point over the first, where both were measured side by side.
    growth: list[float] = field(default_factory=list)
    #: The largest size of a case's tokens after the last point, in bytes.
    state_bytes: int = 0

    @property
    def over_bare(self) -> float:
        """Return how many times a bare transaction our way costs: measured one after the other."""
        pairs = [
            pair for at in self.bare for pair in zip(self.ours[at], self.bare[at], strict=False)
        ]
        return median(ours / bare for ours, bare in pairs)


def typical(windows: Mapping[int, list[float]]) -> dict[int, float]:
    """Return the median of the windows at each point."""
    return {point: median(found) for point, found in windows.items()}


def carry_out(plan: Plan, story: Story, *, folder: Path, progress: Progress) -> Measured:
    """Measure everything.

    Args:
        plan: How much of it.
        story: What is played.
        folder: An empty one for the databases.
        progress: Told of every window.
    """
    measuring = _Measuring(plan, story, folder, progress)
    measuring.warm_up()
    with measuring.case() as long:
        measuring.fresh_cases(plan.before)
        measuring.naive_case()
        measuring.along(long, plan.points)
        measuring.state_bytes(long)
        for _ in range(plan.beside):
            measuring.beside(long)
    return measuring.measured


class _Measuring:
    def __init__(self, plan: Plan, story: Story, folder: Path, progress: Progress) -> None:
        self.measured = Measured()
        self._plan, self._story, self._folder = plan, story, folder
        self._progress = progress
        self._steps = len(story.once)
        self._cases = 0

    @contextmanager
    def case(self) -> Iterator[OurCase]:
        """Open a case in a house of its own."""
        self._cases += 1
        with OurCase(self._folder / f"ours_{self._cases}", self._story) as case:
            yield case

    def warm_up(self) -> None:
        """Have everything imported and made that a process makes once."""
        with self.case() as case:
            case.go_to(self._steps)

    def fresh_cases(self, number: int) -> None:
        """Measure the early points on so many fresh cases."""
        for _ in range(number):
            with self.case() as case:
                self.along(case, self._plan.early)

    def along(self, case: OurCase, points: tuple[int, ...]) -> None:
        """Measure one case at points, and after each the bare transactions of what follows."""
        for point in points:
            found = window(case, point, self._steps)
            self.measured.ours.setdefault(point, []).append(found)
            self._progress(f"Fingerpost at {point:,}")
            spent = bare_window(case, self._steps, folder=self._folder)
            self.measured.bare.setdefault(point, []).append(spent)
            self._progress(f"bare transactions at {point:,}")

    def beside(self, long: OurCase) -> None:
        """Measure a fresh case in turns with the long one, then its other early points."""
        first, last = self._plan.points[0], self._plan.points[-1]
        with self.case() as fresh:
            fresh.go_to(first)
            early, late = side_by_side(fresh, long, self._steps)
            self.measured.ours[first].append(early)
            self.measured.ours[last].append(late)
            self.measured.growth.append(late / early)
            self._progress(f"Fingerpost at {last:,} beside {first:,}")
            self.along(fresh, self._plan.early[1:])

    def state_bytes(self, case: OurCase) -> None:
        """Find the largest state that a case has in a window."""
        for _ in range(self._steps):
            case.step()
            self.measured.state_bytes = max(self.measured.state_bytes, case.state_bytes())

    def naive_case(self) -> None:
        """Measure the naive way."""
        with NaiveCase(self._folder / "naive", self._story) as case:
            for point in self._plan.naive_points:
                self.measured.naive[point] = [window(case, point, self._steps)]
                self._progress(f"the naive way at {point:,}")
