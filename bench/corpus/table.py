"""What came of all files, as a table, and every problem as a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from rich.console import Console
from rich.table import Table

from bench.corpus.look import READ, RIGHT, TRIALS, WRONG
from bench.corpus.row import Row
from bench.corpus.running import REFUSED, STARTS

_TOLD = {
    READ: "Read as BPMN",
    "words": "Words right, in every language",
    "picture": "Picture of every diagram",
    "round trip": "Written back the same",
    "runs": "Copy runs, or is refused by name",
    "checks": "Checks look at it",
    "pages": "Page accessible",
}
_RIGHT = (RIGHT, STARTS, REFUSED)
_LONGEST = 600


def problems(rows: Sequence[Row]) -> Iterator[str]:
    """Yield every problem of every file, on a line of its own."""
    for row in rows:
        for trial, found in row.problems.items():
            for problem in found:
                yield f"{row.file}: {trial}: {_short(problem)}"


def show(rows: Sequence[Row], console: Console) -> None:
    """Print the table, then the problems."""
    console.print(_trials(rows))
    console.print(_times(rows))
    counts = Counter[str]()
    for row in rows:
        counts.update(row.findings)
    said = ", ".join(f"{count:,} {severity}" for severity, count in sorted(counts.items()))
    lines = [
        f"Findings by severity: {said or 'none'}",
        f"Tracebacks: {sum(row.tracebacks for row in rows)}",
        *problems(rows),
    ]
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _trials(rows: Sequence[Row]) -> Table:
    table = Table(title=f"{len(rows)} BPMN files")
    table.add_column("What")
    for column in ("Files", "Right", "Wrong"):
        table.add_column(column, justify="right")
    table.add_column("How the others ended")
    for name in (READ, *TRIALS, "pages"):
        ended = Counter(row.ended[name] for row in rows if name in row.ended)
        if not ended:
            continue
        wrong = sum(name in row.problems for row in rows)
        right = sum(ended[end] for end in _RIGHT)
        others = sorted(set(ended) - {RIGHT, WRONG})
        said = ", ".join(f"{other}: {ended[other]}" for other in others)
        table.add_row(_TOLD[name], *map(str, (ended.total(), right, wrong)), said)
    return table


def _times(rows: Sequence[Row]) -> Table:
    table = Table(title="ms of CPU a file")
    table.add_column("What")
    for column in ("Median", "Worst"):
        table.add_column(column, justify="right")
    table.add_column("Where")
    for what in dict.fromkeys(name for row in rows for name in row.ms):
        spent = [(row.ms[what], row.file) for row in rows if what in row.ms]
        worst, where = max(spent)
        middle = median(ms for ms, _ in spent)
        table.add_row(what, f"{middle:,.2f}", f"{worst:,.1f}", where[-50:])
    return table


def _short(problem: str) -> str:
    return problem if len(problem) <= _LONGEST else f"{problem[:_LONGEST]} …"
