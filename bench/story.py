"""What is played: years of support, one after the other, for ever, in one case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from pathways.model.pathway import Pathway
from pathways.model.scenario import Scenario, StepMove
from pathways.reading import read_pathway
from workflow.publishing import pathway_files
from workflow.rehearsal import scenarios

FOLDER = Path(__file__).with_name("pathway")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The pathway made for measuring, and the years that are played on it."""

    files: Mapping[str, bytes]
    pathway: Pathway
    #: One of each kind; each begins and ends where a year begins.
    years: tuple[Scenario, ...]

    @property
    def once(self) -> tuple[StepMove, ...]:
        """Return the moves of one year of each kind."""
        moves = (move for year in self.years for move in year.moves)
        return tuple(move for move in moves if isinstance(move, StepMove))

    def for_ever(self) -> Iterator[StepMove]:
        """Yield moves without end: the years of each kind, again and again."""
        return cycle(self.once)


def read_story() -> Story:
    """Return the pathway beside this file."""
    files = pathway_files(FOLDER)
    return Story(files=files, pathway=read_pathway(files), years=scenarios(files))
