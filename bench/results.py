"""What came out: figures with their goals, as lines for people and as JSON for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import msgspec
from plan import Measured, Plan, typical


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure and what it is to be."""

    key: str
    #: What it says, before the value.
    words: str
    value: float
    unit: str
    #: `"at most"` or `"at least"` so much; None where there is no goal.
    goal: tuple[str, float] | None = None

    @property
    def holds(self) -> bool:
        """Return whether the goal is met."""
        match self.goal:
            case ("at most", most):
                return self.value <= most
            case ("at least", least):
                return self.value >= least
        return True

    @property
    def line(self) -> str:
        """Return the figure as a line for people."""
        said = f"{self.words}: {self.value:,.4g} {self.unit}".rstrip()
        if self.goal is None:
            return said
        bound, goal = self.goal
        return f"{said} (goal: {bound} {goal:g}; {'holds' if self.holds else 'MISSED'})"


def figures(measured: Measured, plan: Plan) -> tuple[Figure, ...]:
    """Return the figures of a run; those of a short run have no goals."""
    return tuple(_figures(measured, plan))


def _figures(measured: Measured, plan: Plan) -> Iterator[Figure]:
    ours, naive = typical(measured.ours), typical(measured.naive)
    first, last, middle = plan.points[0], plan.points[-1], plan.middle
    for point in (first, last):
        words = f"One completed task at {point:,}"
        yield Figure(key=f"complete_ms_at_{point}", words=words, value=ours[point], unit="ms")
    yield Figure(
        key=f"growth_{last}_over_{first}",
        words=f"{last:,} over {first:,}, side by side",
        value=median(measured.growth),
        unit="times",
        goal=("at most", 1.2) if plan.judged else None,
    )
    yield Figure(
        key=f"naive_over_ours_at_{middle}",
        words=f"The naive way over Fingerpost at {middle:,}",
        value=naive[middle] / ours[middle],
        unit="times",
        goal=("at least", 20) if plan.judged else None,
    )
    yield Figure(
        key="over_bare_transaction",
        words="Fingerpost over the bare transaction",
        value=measured.over_bare,
        unit="times",
    )
    yield Figure(
        key=f"state_bytes_at_{last}",
        words=f"State of a case after {last:,}, at most",
        value=measured.state_bytes,
        unit="bytes",
    )


def as_json(found: tuple[Figure, ...]) -> bytes:
    """Return the figures by key, each with value, unit, goal and whether it holds."""
    plain = {
        figure.key: {
            "value": round(figure.value, 4),
            "unit": figure.unit,
            "goal": " ".join(map(str, figure.goal)) if figure.goal else None,
            "holds": figure.holds,
        }
        for figure in found
    }
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"
