"""Measures what reading a drawing costs: its words, its picture, its checks.

Prints CPU ms for a drawing of about 100 elements, beside what bpmn-js and bpmnlint need for the
same file in the same run on the same machine.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bench.bars import picture
from bench.figure import Figure, keep
from bench.measuring import cpu_ms
from bench.others import bpmn_js_ms, bpmnlint_ms
from pathways.bpmn import read_drawing
from pathways.checks import check_drawing
from pathways.drawing import picture as drawn
from pathways.words import drawing_words, plain_text

_HERE = Path(__file__).parent
DRAWING = _HERE / "hundred.bpmn"
PICTURE = _HERE.parent / "docs" / "images" / "reading.svg"
_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
)

READ, WORDS, PICTURE_ALONE = "Reading the file", "Words, file read", "Picture alone"
PICTURE_READ, CHECKS, CHECKS_READ = "Picture, file read", "Checks alone", "Checks, file read"
BPMN_JS, LINT, LINT_READ = "bpmn-js, import", "bpmnlint alone", "bpmnlint, file read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How often everything is done; the median counts."""

    warm_ups: int
    runs: int
    #: Whether the others are measured too, and the figures have goals.
    judged: bool


FULL = Plan(warm_ups=10, runs=40, judged=True)
QUICK = Plan(warm_ups=1, runs=3, judged=False)


@click.command(help="Measure what words, picture and checks of a drawing cost.")
@click.option("--quick", is_flag=True, help="Only see that it runs: no others, no goals.")
def main(*, quick: bool) -> None:
    """Measure, print, write down; the exit code is 1 if a goal is missed."""
    plan = QUICK if quick else FULL
    console = Console()
    spent = _measured(plan, console)
    found = tuple(figures(spent, judged=plan.judged))
    console.print(_table(spent))
    for figure in found:
        console.print(figure.line, highlight=False, style=None if figure.holds else "bold red")
    if plan.judged:
        PICTURE.write_text(picture({name: median(ms) for name, ms in spent.items()}), "utf-8")
        keep(found)
    sys.exit(0 if all(figure.holds for figure in found) else 1)


def _measured(plan: Plan, console: Console) -> Mapping[str, Sequence[float]]:
    """Return what was done -> the CPU ms of each time."""
    spent: dict[str, list[float]] = {}
    with Progress(*_COLUMNS, console=console, transient=True) as bar:
        for _ in bar.track(range(plan.warm_ups + plan.runs), description="Fingerpost"):
            for name, ms in _once():
                spent.setdefault(name, []).append(ms)
        ours = {name: ms[plan.warm_ups :] for name, ms in spent.items()}
        return ours | (_others(plan, bar) if plan.judged else {})


def _once() -> Iterator[tuple[str, float]]:
    """Do everything once, from the bytes; nothing is kept from one time to the next."""
    xml = DRAWING.read_bytes()
    drawing = read_drawing(xml)
    anchors = drawing_words(drawing).anchors
    actions: Mapping[str, Callable[[], object]] = {
        READ: lambda: read_drawing(xml),
        WORDS: lambda: plain_text(drawing_words(read_drawing(xml))),
        PICTURE_ALONE: lambda: drawn(drawing, anchors=anchors),
        PICTURE_READ: lambda: drawn(read_drawing(xml), anchors=anchors),
        CHECKS: lambda: check_drawing(drawing),
        CHECKS_READ: lambda: check_drawing(read_drawing(xml)),
    }
    for name, action in actions.items():
        yield name, cpu_ms(action)


def _others(plan: Plan, bar: Progress) -> Mapping[str, Sequence[float]]:
    task = bar.add_task("bpmnlint", total=2)
    alone, both = bpmnlint_ms(DRAWING, warm_ups=plan.warm_ups, runs=plan.runs)
    bar.update(task, advance=1, description="bpmn-js")
    imports = bpmn_js_ms(DRAWING, warm_ups=plan.warm_ups, runs=plan.runs)
    bar.update(task, advance=1)
    return {BPMN_JS: imports, LINT: alone, LINT_READ: both}


def figures(spent: Mapping[str, Sequence[float]], *, judged: bool) -> Iterator[Figure]:
    """Yield the figures of a run; those of a short run have no goals."""
    ms = {name: median(found) for name, found in spent.items()}
    goals = {
        WORDS: ("words_ms", 20),
        PICTURE_READ: ("picture_ms", 10),
        CHECKS_READ: ("checks_ms", 50),
    }
    for name, (key, goal) in goals.items():
        limit = ("at most", float(goal)) if judged else None
        yield Figure(key=key, words=name, value=ms[name], unit="ms", goal=limit)
    yield Figure(key="picture_alone_ms", words=PICTURE_ALONE, value=ms[PICTURE_ALONE], unit="ms")
    if judged:
        pairs = {
            "bpmn_js_over_picture": (BPMN_JS, PICTURE_READ),
            "bpmnlint_over_checks": (LINT_READ, CHECKS_READ),
        }
        for key, (theirs, ours) in pairs.items():
            words = f"{theirs} over {ours.lower()}"
            yield Figure(key=key, words=words, value=ms[theirs] / ms[ours], unit="times")


def _table(spent: Mapping[str, Sequence[float]]) -> Table:
    table = Table(title="CPU ms for one drawing of about 100 elements")
    table.add_column("What")
    for column in ("Median", "Least", "Most"):
        table.add_column(column, justify="right")
    for name, ms in spent.items():
        table.add_row(name, *(f"{value:,.2f}" for value in (median(ms), min(ms), max(ms))))
    return table


if __name__ == "__main__":
    main()
