"""Measures on PostgreSQL whether cost grows: with the length of a case, and with their number.

What is measured is CPU time: of our process, and of the server's processes that serve it. The
server is started for this alone.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bench.backends import Backends
from bench.figure import Figure, keep
from bench.many import KINDS, STEPS, Many, ratios
from bench.measuring import side_by_side
from bench.ours import OurCase
from bench.story import read_story
from tests.postgresql import PostgreSQL, started

_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
)
_WORDS = {
    "worklist": "Pages of worklists",
    "case_page": "The page of a case",
    "due_timers": "Finding and firing a due timer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is measured."""

    #: Completed steps of the two cases that are compared.
    early: int
    late: int
    windows: int
    #: Cases of the two councils that are compared.
    few: int
    many: int
    rounds: int
    pieces: int
    judged: bool

    @property
    def steps(self) -> int:
        """Return how often somebody is told of progress."""
        return self.late + self.windows + 2 * STEPS + len(KINDS) * (self.rounds + 1)


FULL = Plan(
    early=10, late=5_000, windows=6, few=2_000, many=200_000, rounds=7, pieces=40, judged=True
)
QUICK = Plan(early=10, late=60, windows=1, few=200, many=400, rounds=1, pieces=4, judged=False)


@click.command(help="Measure on PostgreSQL whether cost grows.")
@click.option("--quick", is_flag=True, help="Only see that it runs: no goals, nothing is written.")
def main(*, quick: bool) -> None:
    """Measure, print, write down; the exit code is 1 if a goal is missed."""
    plan, console = QUICK if quick else FULL, Console()
    with (
        TemporaryDirectory() as folder,
        started() as server,
        Progress(*_COLUMNS, console=console, transient=True) as bar,
    ):
        bar_id = bar.add_task("Starting", total=plan.steps)
        measuring = _Measuring(
            plan,
            server,
            Path(folder),
            lambda what: bar.update(bar_id, advance=1, description=what),
        )
        found = tuple(measuring.figures())
    for figure in found:
        console.print(figure.line, highlight=False, style=None if figure.holds else "bold red")
    if not quick:
        keep(found)
    sys.exit(0 if all(figure.holds for figure in found) else 1)


@dataclass(frozen=True, slots=True)
class _Measuring:
    plan: Plan
    server: PostgreSQL
    folder: Path
    told: Callable[[str], None]

    def figures(self) -> Iterator[Figure]:
        """Yield the figures, each once it is measured."""
        yield self._growth()
        yield from self._many()

    def _growth(self) -> Figure:
        plan = self.plan
        with self._case("long") as long:
            while long.completed < plan.late:
                long.step()
                self.told("Completing the steps of one case")
            growth = [self._late_over_early(long, number) for number in range(plan.windows)]
        return Figure(
            key=f"growth_{plan.late}_over_{plan.early}_postgresql",
            words=f"PostgreSQL: {plan.late:,} over {plan.early:,}, side by side",
            value=median(growth),
            unit="times",
            goal=("at most", 1.1) if plan.judged else None,
        )

    def _late_over_early(self, long: OurCase, number: int) -> float:
        self.told("Comparing it with fresh ones")
        with self._case(f"fresh_{number}") as fresh:
            fresh.go_to(self.plan.early)
            early, late = side_by_side(fresh, long, len(read_story().once))
        return late / early

    def _case(self, name: str) -> OurCase:
        url = self.server.empty()
        spent = Backends(url).cpu_ms
        return OurCase(self.folder / name, read_story(), url=url, spent=spent)

    def _many(self) -> Iterator[Figure]:
        plan = self.plan
        few, many = self._council(plan.few), self._council(plan.many)
        for kind in KINDS:
            self.told(f"Warming up: {_WORDS[kind].lower()}")
            for _ in ratios(few, many, kind, rounds=1, pieces=plan.pieces):
                pass
            found = []
            for ratio in ratios(few, many, kind, rounds=plan.rounds, pieces=plan.pieces):
                self.told(f"{_WORDS[kind]}, {plan.many:,} cases beside {plan.few:,}")
                found.append(ratio)
            yield Figure(
                key=f"{kind}_{plan.many}_over_{plan.few}",
                words=f"{_WORDS[kind]}: {plan.many:,} cases over {plan.few:,}",
                value=median(found),
                unit="times",
                goal=("at most", 1.3) if plan.judged else None,
            )
        few.close()
        many.close()

    def _council(self, cases: int) -> Many:
        folder = self.folder / f"many_{cases}"
        folder.mkdir()

        def told(what: str) -> None:
            self.told(f"Filling a database with {cases:,} cases: {what}")

        return Many(self.server.empty(), folder, cases, told)


if __name__ == "__main__":
    main()
