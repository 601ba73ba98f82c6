"""Looks at many files at once, each within a time limit; what hangs or dies is a problem too."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import NoReturn

from pebble import ProcessExpired, ProcessPool

from bench.corpus.look import READ, WRONG, TooSlow
from bench.corpus.row import Row

#: Looked at by each process before anything is measured: what is loaded once, is loaded then.
_FIRST = Path(__file__).parents[1] / "hundred.bpmn"
_SPAWN = get_context("spawn")
#: Seconds that one file may take, everything together.
LIMIT = 60.0

#: What does not stop in time is killed after so many times the limit.
_PATIENCE = 2

Look = Callable[[Path], Row]


def rows(files: Sequence[Path], look: Look, *, limit: float = LIMIT) -> Iterator[Row]:
    """Yield what came of each file, as soon as it is known."""
    if not files:
        return
    workers = min(len(files), os.cpu_count() or 1)
    with ProcessPool(workers, initializer=look, initargs=(_FIRST,), context=_SPAWN) as pool:
        promised: dict[Future[Row], Path] = {
            pool.schedule(_looked, args=[look, path, limit], timeout=limit * _PATIENCE): path
            for path in files
        }
        for future in as_completed(promised):
            yield _row(future, promised[future], limit)


def _looked(look: Look, path: Path, limit: float) -> Row:
    """Look at a file; what is being done when the time is up raises, so that it is told where."""
    signal.signal(signal.SIGALRM, _too_slow)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        return look(path)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _too_slow(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise TooSlow


def _row(future: "Future[Row]", path: Path, limit: float) -> Row:
    try:
        return future.result()
    except TimeoutError:
        return _lost(path, f"It was not done after {limit * _PATIENCE:g} seconds.")
    except ProcessExpired as error:
        return _lost(path, f"The process that looked at it died (exit code {error.exitcode}).")
    except OSError as error:
        return _lost(path, f"The file cannot be read: {error}")


def _lost(path: Path, problem: str) -> Row:
    row = Row(str(path), ended={READ: WRONG})
    row.add(READ, problem)
    return row
