"""`python -m bench.corpus FOLDER`: tries everything on every drawing below a folder."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from bench.corpus.crew import LIMIT, rows
from bench.corpus.files import drawings
from bench.corpus.look import look
from bench.corpus.pages import look_at_pages
from bench.corpus.row import Row
from bench.corpus.table import show

_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
    TimeRemainingColumn(),
)


@click.command(help="Try everything on every BPMN file below FOLDER; exit with 1 on a problem.")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "report", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--limit", default=LIMIT, show_default=True, help="Seconds that a file may take.")
@click.option("--pages", type=click.IntRange(1), help="Open every so-manieth page in Chromium too.")
def main(folder: Path, report: Path | None, limit: float, pages: int | None) -> None:
    """Look, print, write down; the exit code is 1 if there is a problem."""
    files = drawings(folder)
    if not files:
        raise click.ClickException(f"There is no BPMN file below {folder}.")
    console = Console()
    with Progress(*_COLUMNS, console=Console(stderr=True), transient=True) as bar:
        seen = list(
            bar.track(rows(files, look, limit=limit), total=len(files), description="Files")
        )
        found = sorted(seen, key=lambda row: row.file)
        if pages is not None:
            chosen = found[::pages]
            for _ in bar.track(look_at_pages(chosen), total=len(chosen), description="Pages"):
                pass
    if report is not None:
        _write_down(found, report)
    show(found, console)
    sys.exit(1 if any(row.problems for row in found) else 0)


def _write_down(found: Sequence[Row], report: Path) -> None:
    values = [row.values for row in found]
    report.write_bytes(msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n")


if __name__ == "__main__":
    main()
