"""A figure with its goal, as a line for people and as JSON for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

#: Where the figures of the last runs are kept.
RESULTS = Path(__file__).with_name("results.json")


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


def keep(found: Iterable[Figure], file: Path = RESULTS) -> None:
    """Write figures down by key, beside those that other benches have kept."""
    kept: dict[str, Any] = msgspec.json.decode(file.read_bytes()) if file.is_file() else {}
    kept |= {figure.key: _plain(figure) for figure in found}
    file.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")


def _plain(figure: Figure) -> dict[str, Any]:
    return {
        "value": round(figure.value, 4),
        "unit": figure.unit,
        "goal": " ".join(map(str, figure.goal)) if figure.goal else None,
        "holds": figure.holds,
    }
