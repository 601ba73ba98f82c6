"""Findings, collected while a drawing is read, so that all of them can be told at once."""

from lxml.etree import _Element as Element

from pathways.bpmn.names import LONGEST_ID, identity, name_of, spoken
from pathways.model.finding import Finding, Severity
from pathways.model.spoken import sentence, shortened


class Notebook:
    """What is wrong with one file so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._findings: list[Finding] = []

    def note(
        self,
        rule: str,
        message: str,
        element: Element | None = None,
        *,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Write down one complaint about an element, or about the whole file."""
        self.note_at(
            rule,
            message,
            element=None if element is None else shortened(identity(element), LONGEST_ID) or None,
            line=None if element is None else element.sourceline,
            severity=severity,
        )

    def note_at(
        self,
        rule: str,
        message: str,
        *,
        element: str | None,
        line: int | None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Write down one complaint about a place that is known by id and line."""
        self._findings.append(
            Finding(
                rule=rule,
                message=sentence(message),
                severity=severity,
                file=self._file,
                element=element,
                line=line,
            )
        )

    def note_nameless(
        self, element: Element, kind: str, do: str = "Give it one, or draw it again in an editor."
    ) -> None:
        """Write down that an element has no id of its own, if that is so.

        Args:
            element: Any element.
            kind: What a person calls it where it has no name: `"arrow"`.
            do: What to do about it, as a sentence.
        """
        size = len(identity(element))
        if 0 < size <= LONGEST_ID:
            return
        what = spoken(name_of(element), "", kind)
        if not size:
            self.note("no_id", f"{what} has no id, so that nothing can refer to it. {do}", element)
        else:
            long = f"{what} has an id of {size:,} characters, and at most {LONGEST_ID} are read."
            self.note("no_id", f"{long} Give it a shorter one.", element)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything noted so far, in the order of the file."""
        return tuple(sorted(self._findings, key=lambda finding: finding.line or 0))
