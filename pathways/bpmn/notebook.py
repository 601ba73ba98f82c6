"""Findings, collected while a drawing is read, so that all of them can be told at once."""

from lxml.etree import _Element as Element

from pathways.bpmn.names import identity
from pathways.model.finding import Finding, PathwayInvalid


class Notebook:
    """What is wrong with one file so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._findings: list[Finding] = []

    def note(self, rule: str, message: str, element: Element | None = None) -> None:
        """Write down one complaint about an element, or about the whole file."""
        self.note_at(
            rule,
            message,
            element=None if element is None else identity(element) or None,
            line=None if element is None else _line(element),
        )

    def note_at(self, rule: str, message: str, *, element: str | None, line: int | None) -> None:
        """Write down one complaint about a place that is known by id and line."""
        self._findings.append(
            Finding(rule=rule, message=message, file=self._file, element=element, line=line)
        )

    def close(self) -> None:
        """Raise PathwayInvalid with everything noted, in the order of the file, if there is any."""
        if self._findings:
            raise PathwayInvalid(
                tuple(sorted(self._findings, key=lambda finding: finding.line or 0))
            )


def _line(element: Element) -> int | None:
    return element.sourceline
