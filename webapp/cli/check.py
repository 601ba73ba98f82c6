"""`fingerpost check`: what is wrong with drawings and pathways, and what to do about it."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from pathways.model.finding import Finding, Severity
from webapp.cli.entries import write_entries
from webapp.cli.files import FILES, Files, Trouble
from webapp.cli.given import read_given
from webapp.cli.output import named, plain

_COUNTED: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


@click.command()
@FILES
@click.option(
    "--format", "kind", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def check(files: tuple[Path, ...], kind: str) -> None:
    """Say what is wrong with drawings, and what to do about it; exit with 1 on an error.

    FILES are BPMN files, or folders of pathways.
    """
    wrong = 0
    with Files(files) as checked:
        found = write_entries(checked) if kind == "json" else _write(checked)
        for findings in found:
            wrong += any(finding.stops for finding in findings)
    said = [f"{checked.good - wrong} without errors", *([f"{wrong} with errors"] if wrong else [])]
    checked.close(*said)
    sys.exit(1 if wrong or checked.bad else 0)


def _write(files: Files) -> Iterator[tuple[Finding, ...]]:
    def checked(path: Path) -> tuple[Finding, ...]:
        return read_given(path).findings()

    for path, tried in files.each(checked):
        if not isinstance(tried, Trouble):
            files.out("".join(f"{line}\n" for line in _lines(path, tried.result)))
            yield tried.result


def _lines(path: Path, findings: tuple[Finding, ...]) -> Iterator[str]:
    folder = path.is_dir()
    for finding in findings:
        yield plain(_line(path, finding, folder=folder))
    bad = any(finding.stops for finding in findings)
    good = "can be published" if folder else "no errors"
    counts = _counts(finding for finding in findings if not finding.silenced)
    said = [] if bad else [good]
    yield f"{named(path)}: {', '.join([*said, *counts])}"


def _line(path: Path, finding: Finding, *, folder: bool) -> str:
    place = named(path / finding.file if folder and finding.file else path)
    if finding.line is not None:
        place += f", line {finding.line}"
    said = f"{finding.severity.value}: {place}: {finding.message} ({finding.rule})"
    if finding.silenced:
        return f"silenced {said} Because: {finding.silenced}"
    return said


def _counts(findings: Iterable[Finding]) -> Iterator[str]:
    counted = Counter(finding.severity for finding in findings)
    for severity, (one, several) in _COUNTED.items():
        if counted[severity]:
            yield f"{counted[severity]} {one if counted[severity] == 1 else several}"
