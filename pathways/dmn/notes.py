"""What is wrong with a table so far: findings are collected, so that all can be told at once."""

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from pathways.model.finding import Finding, PathwayInvalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a table: in people's words, and by id and line."""

    #: E.g. `"rule 3, column “Age”"`; empty for the whole table.
    words: str = ""
    element: str | None = None
    line: int | None = None

    def at(self, element: Element | None) -> "Place":
        """Return the same place on the line of an element, where there is one."""
        return self if element is None else replace(self, line=element.sourceline)


class Notes:
    """The findings of one decision, and of those that it requires."""

    def __init__(self, *, file: str, name: str, for_cases: bool = False) -> None:
        """Begin with nothing noted.

        Args:
            file: The path inside the pathway.
            name: What the decision is called, before each message.
            for_cases: Whether it decides about people, so that more is asked of it.
        """
        self._file = file
        self._name = name
        self.for_cases = for_cases
        self._findings: list[Finding] = []

    def about(self, name: str) -> "Notes":
        """Return the same notes, for what is noted of another decision."""
        other = Notes(file=self._file, name=name, for_cases=self.for_cases)
        other._findings = self._findings
        return other

    def add_for_cases(self, rule: str, message: str, place: Place) -> None:
        """Write down what the standard allows, and what a decision about people must not do."""
        if self.for_cases:
            self.add(rule, message, place)

    def add(self, rule: str, message: str, place: Place, *, column: int | None = None) -> None:
        """Write down one complaint; `message` starts after the place and says what to do."""
        where = ", ".join(filter(None, [f"“{self._name}”", place.words]))
        self._findings.append(
            Finding(
                rule=rule,
                message=f"{where}: {message}",
                file=self._file,
                element=place.element,
                line=place.line,
                column=column,
            )
        )

    def invalid(self) -> PathwayInvalid:
        """Return the error that tells everything noted, in the order of the file."""
        return PathwayInvalid(tuple(sorted(self._findings, key=lambda each: each.line or 0)))

    def close(self) -> None:
        """Raise PathwayInvalid if anything was noted."""
        if self._findings:
            raise self.invalid()
