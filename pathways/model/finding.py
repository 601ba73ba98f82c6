"""A finding: one complaint about a pathway, said so that whoever drew it can put it right."""

from dataclasses import dataclass
from enum import Enum

from typing_extensions import override


class Severity(Enum):
    """How bad a finding is."""

    #: The pathway cannot be used as it is.
    ERROR = "error"
    #: It can be used, but somebody will trip over this.
    WARNING = "warning"
    #: It could be better.
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One complaint: what is wrong, where, and what to do about it."""

    #: The rule that was broken, e.g. `"unknown_element"`; also its page in the documentation.
    rule: str
    #: Whole sentences, in the words of the drawing: what is wrong and what to do.
    message: str
    severity: Severity = Severity.ERROR
    #: The file inside the pathway, e.g. `"decisions/who_decides.dmn"`; empty for the whole pathway.
    file: str = ""
    #: The BPMN or DMN id that it is about, or None where there is none.
    element: str | None = None
    #: Line in the file (or in the expression, where the message says so), counted from 1.
    line: int | None = None
    #: Column, counted from 1.
    column: int | None = None
    #: Why the rule is silenced at this element; empty where the finding counts.
    silenced: str = ""

    @property
    def stops(self) -> bool:
        """Whether the pathway cannot be used because of it: an error that nobody has silenced."""
        return self.severity is Severity.ERROR and not self.silenced

    @override
    def __str__(self) -> str:
        """Say it on one line, place first."""
        place = self.file or "pathway"
        if self.line is not None:
            place += f", line {self.line}"
            if self.column is not None:
                place += f", column {self.column}"
        return f"{place}: {self.message}"


class PathwayInvalid(Exception):
    """This pathway cannot be used as it is; `findings` say why and what to do."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))
