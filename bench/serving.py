"""Measures what completing a task costs over HTTP: a server of its own, real forms, real commits.

How many tasks one core completes is counted by the CPU time of the server's process, so that a busy
machine does not spoil it. How long people wait is measured on the wall, at a steady 60 forms a
second: from the moment a form was to be sent, so that a queue counts.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import click
from rich.console import Console
from rich.progress import Progress

from bench.figure import Figure, keep
from bench.visits import Round, Rounds
from tests.serving.server import Server, served

#: Forms that are sent before anything is measured, those that the server's work is counted for,
#: and those that are sent at a steady pace.
_WARMING, _COUNTED, _STEADY = 200, 2_000, 1_800
_QUICK = 20
_PER_SECOND = 60
_VISITORS = 8


@click.command(help="Measure what completing a task costs over HTTP.")
@click.option("--quick", is_flag=True, help="Only see that it runs: no goals, nothing is written.")
def main(*, quick: bool) -> None:
    """Measure, print, write down; the exit code is 1 if a goal is missed."""
    console = Console()
    warming, counted, steady = (_QUICK,) * 3 if quick else (_WARMING, _COUNTED, _STEADY)
    with TemporaryDirectory() as folder, Progress(console=console, transient=True) as bar:
        rounds = Rounds(Path(folder), cases=3 * _VISITORS)
        with served(rounds.build, Path(folder, "log")) as server:
            bar_id = bar.add_task("Sending forms", total=warming + counted + steady)
            visits = _Visits(rounds, server, lambda: bar.advance(bar_id))
            visits.at_full_speed(warming)
            per_second = counted / visits.at_full_speed(counted)
            waits = visits.at_a_steady_pace(steady)
    found = _figures(per_second, waits, judged=not quick)
    for figure in found:
        console.print(figure.line, highlight=False, style=None if figure.holds else "bold red")
    if not quick:
        keep(found)
    sys.exit(0 if all(figure.holds for figure in found) else 1)


class _Visits:
    """Sends forms: each of some visitors goes on with cases of its own."""

    def __init__(self, rounds: Rounds, server: Server, sent: Callable[[], None]) -> None:
        self._server = server
        self._sent = sent
        self._free: SimpleQueue[Round] = SimpleQueue()
        for one in rounds.begin(server.port):
            self._free.put(one)

    def at_full_speed(self, forms: int) -> float:
        """Send forms, each visitor one after another; return the server's CPU seconds."""
        before = self._server.cpu_seconds()
        with ThreadPoolExecutor(_VISITORS) as pool:
            for wait in pool.map(lambda _: self._next(), range(forms)):
                del wait
        return self._server.cpu_seconds() - before

    def at_a_steady_pace(self, forms: int) -> list[float]:
        """Send forms at their times; return how long each waited for its answer, in seconds."""
        with ThreadPoolExecutor(3 * _VISITORS) as pool:
            waits = [pool.submit(self._next, at) for at in _times(forms)]
            return [wait.result() for wait in waits]

    def _next(self, at: float | None = None) -> float:
        """Send the next form of a case that none is on its way for."""
        one = self._free.get()
        send = one.ready()
        began = at or monotonic()
        send()
        took = monotonic() - began
        self._free.put(one)
        self._sent()
        return took


def _times(forms: int) -> Iterator[float]:
    """Yield each form's time as it comes."""
    begin = monotonic() + 0.1
    for number in range(forms):
        at = begin + number / _PER_SECOND
        sleep(max(0.0, at - monotonic()))
        yield at


def _figures(per_second: float, waits: list[float], *, judged: bool) -> tuple[Figure, ...]:
    return (
        Figure(
            key="http_complete_per_second_per_core",
            words="Tasks completed over HTTP by one core",
            value=per_second,
            unit="a second",
            goal=("at least", 150) if judged else None,
        ),
        Figure(
            key="http_complete_p99_ms",
            words=f"Of 100 forms, at {_PER_SECOND} a second, 99 are answered within",
            value=quantiles(waits, n=100)[98] * 1000,
            unit="ms",
            goal=("at most", 75) if judged else None,
        ),
    )


if __name__ == "__main__":
    main()
