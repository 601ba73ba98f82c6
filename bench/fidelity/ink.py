"""What was measured: how much of the ink of two pictures lies on each other."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: A pixel is ink if it is darker than this share of white. The first one counts; the others show
#: that the figures do not hang on it.
DARKNESSES = (0.5, 0.75, 0.97)
#: What the picture has to reach, in both.
MEDIAN, TENTH = 0.99, 0.96


@dataclass(frozen=True, slots=True)
class Ink:
    """How two pictures compare at one darkness."""

    #: Share of bpmn-js's ink that has ours within 3 pixels.
    recall: float
    #: Share of our ink that has bpmn-js's within 3 pixels.
    precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One file: what it measures, or why it could not be measured."""

    file: Path
    #: One for each darkness; empty where there is nothing to compare.
    inks: tuple[Ink, ...] = ()
    problem: str = ""
    theirs: str = ""
    ours: str = ""

    @property
    def worst(self) -> float:
        """The lower one of recall and precision."""
        return min(self.inks[0].recall, self.inks[0].precision)


@dataclass(frozen=True, slots=True)
class Summary:
    """All files together, at one darkness."""

    darkness: float
    median: Ink
    tenth: Ink

    @property
    def holds(self) -> bool:
        """Whether the goals are reached."""
        medians, tenths = self.median, self.tenth
        return (
            min(medians.recall, medians.precision) >= MEDIAN
            and min(tenths.recall, tenths.precision) >= TENTH
        )


def ink_of(counts: Sequence[int]) -> Ink:
    """Return how two pictures compare.

    Args:
        counts: Pixels of their ink, those of them near ours, pixels of our ink, those near theirs.
    """
    theirs, met, ours, meeting = counts
    return Ink(met / theirs if theirs else 1.0, meeting / ours if ours else 1.0)


def summary(compared: Sequence[Compared], index: int) -> Summary:
    """Return all files together, at the darkness with this index."""
    recalls = [each.inks[index].recall for each in compared]
    precisions = [each.inks[index].precision for each in compared]
    return Summary(
        DARKNESSES[index],
        Ink(statistics.median(recalls), statistics.median(precisions)),
        Ink(_tenth(recalls), _tenth(precisions)),
    )


def _tenth(values: Sequence[float]) -> float:
    """The value that nine of ten files reach."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 10]
