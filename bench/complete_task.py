"""Measures what completing a task costs, and whether that grows with the case.

Prints CPU ms per completed task at several lengths of one case, beside the naive way and beside a
bare transaction that writes the same rows. Everything is compared within one run on one machine.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bench.curve import picture
from bench.figure import Figure, keep
from bench.plan import FULL, QUICK, Measured, Plan, carry_out, typical
from bench.results import figures
from bench.story import read_story

_HERE = Path(__file__).parent
PICTURE = _HERE.parent / "docs" / "images" / "complete_task.svg"


@click.command(help="Measure what completing a task costs.")
@click.option("--quick", is_flag=True, help="Only see that it runs: no goals, nothing is written.")
def main(*, quick: bool) -> None:
    """Measure, print, write down; the exit code is 1 if a goal is missed."""
    plan = QUICK if quick else FULL
    console = Console()
    measured = _measure(plan, console)
    found = figures(measured, plan)
    console.print(_table(measured))
    for figure in found:
        console.print(figure.line, highlight=False, style=None if figure.holds else "bold red")
    if not quick:
        _write_down(measured, found)
    sys.exit(0 if all(figure.holds for figure in found) else 1)


def _measure(plan: Plan, console: Console) -> Measured:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with TemporaryDirectory() as folder, Progress(*columns, console=console, transient=True) as bar:
        bar_id = bar.add_task("Warming up", total=plan.windows)

        def progress(what: str) -> None:
            bar.update(bar_id, advance=1, description=f"Measured {what}")

        return carry_out(plan, read_story(), folder=Path(folder), progress=progress)


def _table(measured: Measured) -> Table:
    table = Table(title="CPU ms per completed task")
    for column in ("Completed steps", "Fingerpost", "Naive way", "Bare transaction"):
        table.add_column(column, justify="right")
    naive, bare = typical(measured.naive), typical(measured.bare)
    for point, ms in sorted(typical(measured.ours).items()):
        cells = [f"{one[point]:,.2f}" if point in one else "" for one in (naive, bare)]
        table.add_row(f"{point:,}", f"{ms:,.2f}", *cells)
    return table


def _write_down(measured: Measured, found: tuple[Figure, ...]) -> None:
    curves = {
        "Fingerpost": dict(sorted(typical(measured.ours).items())),
        "naive way": typical(measured.naive),
        "bare transaction": dict(sorted(typical(measured.bare).items())),
    }
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(curves), encoding="utf-8")
    keep(found)


if __name__ == "__main__":
    main()
