"""`python -m bench.fidelity DIR`: draws each BPMN file below a folder with bpmn-js and with us.

Prints how much of the ink of both pictures is in the same place, and keeps pictures of the worst.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.fidelity.ink import DARKNESSES, MEDIAN, TENTH, Compared, Summary, summary
from bench.fidelity.oracle import HERE, Oracle, oracle
from bench.packages import install
from tests.browser.chromium import launched


@click.command(help="Compare our pictures of the BPMN files below FOLDER with those of bpmn-js.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--every",
    default=1,
    show_default=True,
    help="3 takes every third file, in the order of their paths.",
)
@click.option(
    "--pictures",
    default=Path("build/fidelity"),
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where pictures of the worst files go.",
)
@click.option("--worst", default=10, show_default=True, help="How many of them.")
@click.option("--colours/--no-colours", default=True, help="Let bpmn-js paint a file's colours.")
def main(*, folder: Path, every: int, pictures: Path, worst: int, colours: bool) -> None:
    """Compare, print, keep pictures; the exit code is 1 if a goal is missed."""
    files = sorted(folder.rglob("*.bpmn"))[::every]
    install(HERE)
    waiting = Console(stderr=True)
    with launched() as browser, oracle(browser, colours=colours) as window:
        steps = track(files, "Drawing", console=waiting, transient=True)
        compared = [window.compare(file) for file in steps]
        measured = [one for one in compared if one.inks]
        _keep(window, sorted(measured, key=lambda one: one.worst)[:worst], pictures)
    console = Console(soft_wrap=True, highlight=False)
    _print_files(console, compared, folder)
    summaries = [summary(measured, index) for index in range(len(DARKNESSES)) if measured]
    _print_summaries(console, summaries, len(measured), len(files))
    console.print(f"Pictures of the worst: {pictures}")
    sys.exit(0 if summaries and summaries[0].holds else 1)


def _keep(window: Oracle, worst: Sequence[Compared], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for place, one in enumerate(worst, start=1):
        name = f"{place:02}-{one.file.stem[:60]}.png"
        (folder / name).write_bytes(window.side_by_side(one))


def _print_files(console: Console, compared: Sequence[Compared], folder: Path) -> None:
    console.print("recall precision")
    for one in compared:
        name = one.file.relative_to(folder)
        if one.inks:
            ink = one.inks[0]
            console.print(f"{ink.recall:.4f}  {ink.precision:.4f}  {name}", markup=False)
        else:
            console.print(f"     -       -  {name}: {one.problem}", markup=False)


def _print_summaries(
    console: Console, summaries: Sequence[Summary], measured: int, files: int
) -> None:
    table = Table(title=f"{measured} of {files} files, ink within 3 pixels")
    for column in ("Ink is darker than", "", "Recall", "Precision"):
        table.add_column(column, justify="right")
    for each in summaries:
        for name, ink in (("median", each.median), ("10th percentile", each.tenth)):
            table.add_row(f"{each.darkness:.0%}", name, f"{ink.recall:.4f}", f"{ink.precision:.4f}")
    console.print(table)
    console.print(
        f"Goals, darker than {DARKNESSES[0]:.0%}: median {MEDIAN}, 10th percentile {TENTH}"
    )


if __name__ == "__main__":
    main()
