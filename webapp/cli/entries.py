"""What programs read: one JSON array, with one entry for each file."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from pathways.model.finding import Finding
from pathways.words import ENGLISH, Catalogue, as_json
from webapp.cli.files import Files, Trouble
from webapp.cli.given import read_given


def write_entries(files: Files, say: Catalogue = ENGLISH) -> Iterator[tuple[Finding, ...]]:
    """Write the array, entry by entry; yield the findings of each file that could be read.

    The array is closed whatever happens, so that what was written can be read.
    """
    files.out("[")
    between = "\n"
    try:
        for path, tried in files.each(lambda path: _entry(path, say)):
            if isinstance(tried, Trouble):
                entry = _troubled(path, tried)
            else:
                entry, findings = tried.result
                yield findings
            files.out(f"{between}{entry}")
            between = ",\n"
    finally:
        files.out("\n]\n")


def _entry(path: Path, say: Catalogue) -> tuple[str, tuple[Finding, ...]]:
    given = read_given(path)
    findings = given.findings()
    told = as_json(given.words(say))
    said = [_finding(finding) for finding in findings]
    return _written({"file": _name(path), **told, "findings": said}), findings


def _troubled(path: Path, trouble: Trouble) -> str:
    findings = [_finding(finding) for finding in trouble.findings]
    entry = {"file": _name(path), "error": trouble.message, "processes": [], "findings": findings}
    return _written(entry)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "element": finding.element,
        "message": finding.message,
        "file": finding.file,
        "line": finding.line,
        "silenced": finding.silenced or None,
    }


def _name(path: Path) -> str:
    return click.format_filename(path)


def _written(entry: Mapping[str, object]) -> str:
    return json.dumps(entry)
