"""Goes through many files: one after the other, with a bar, and one bad file stops nothing."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pathways.model.finding import Finding
from webapp.cli.given import CannotUse
from webapp.cli.output import named, out

FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))

#: So few files are told without a bar.
_FEW = 3
_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeRemainingColumn(),
)

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing came of a file."""

    message: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Done(Generic[_Result]):
    """What came of a file."""

    result: _Result


class Files:
    """The files of one command. What is said about them never gets into the bar's way."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        #: How many files nothing came of.
        self.bad = 0
        terminal = Console(stderr=True)
        self._console = terminal
        shown = len(paths) > _FEW
        self._one_terminal = shown and terminal.is_terminal and sys.stdout.isatty()
        self._bar = Progress(
            *_COLUMNS,
            console=terminal,
            transient=terminal.is_terminal,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not shown,
        )

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def each(self, do: Callable[[Path], _Result]) -> Iterator[tuple[Path, Done[_Result] | Trouble]]:
        """Yield each file with what came of it; what went wrong is told on standard error."""
        for path in self._bar.track(self._paths, description="Reading"):
            tried = _tried(do, path)
            if isinstance(tried, Trouble):
                self.bad += 1
                self.tell(f"error: {named(path)}: {tried.message}")
            yield path, tried

    def out(self, text: str) -> None:
        """Write to standard output, above the bar where both are on one terminal."""
        if self._one_terminal:
            self._console.print(text, end="", soft_wrap=True, markup=False, highlight=False)
        else:
            out(text)

    def tell(self, text: str) -> None:
        """Write a line to standard error."""
        self._console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)

    @property
    def good(self) -> int:
        """How many files something came of, once all were gone through."""
        return len(self._paths) - self.bad

    def close(self, *said: str, bad: str = "could not be read") -> None:
        """Say in one last line how it went: `"3 files: 2 told, 1 could not be read"`.

        Args:
            said: What came of the good ones: `"2 told"`.
            bad: What was wrong with the others.
        """
        self._bar.stop()
        count = len(self._paths)
        whole = [*said, *([f"{self.bad} {bad}"] if self.bad else [])]
        self.tell(f"{count} {'file' if count == 1 else 'files'}: {', '.join(whole)}")


def _tried(do: Callable[[Path], _Result], path: Path) -> Done[_Result] | Trouble:
    try:
        return Done(do(path))
    except CannotUse as refused:
        return Trouble(str(refused), refused.findings)
    except FileNotFoundError:
        return Trouble("There is no such file. Look at how its name is written.")
    except OSError as error:
        return Trouble(f"It cannot be read: {error.strerror or error}.")
    except Exception as error:  # noqa: BLE001 - a mistake of ours in one file must not lose the others
        return Trouble(
            f"Fingerpost could not cope with it ({type(error).__name__}: {str(error)[:200]}). "
            "That is a mistake in Fingerpost: please report it, with the file."
        )
