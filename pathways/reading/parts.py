"""Everything that could be read of a folder, whole or not, for the checks across files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pathways.bpmn import read_drawing
from pathways.dmn import read_decision
from pathways.forms import read_form
from pathways.model.clock import Clock
from pathways.model.decision import Decision
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.form import Form
from pathways.model.letter import Letter
from pathways.model.pathway import About, Period
from pathways.reading.about import read_about
from pathways.reading.clocks import read_clocks
from pathways.reading.folder import ABOUT, CLOCKS, DRAWING, PERIODS, Folder
from pathways.reading.letters import read_letter
from pathways.reading.periods import read_periods

_Part = TypeVar("_Part")


@dataclass(slots=True)
class Parts:
    """The parts of a pathway. None, or missing in a mapping, is what could not be read."""

    folder: Folder
    findings: list[Finding] = field(default_factory=list)
    drawing: Drawing | None = None
    about: About | None = None
    periods: Mapping[str, Period] | None = None
    clocks: Mapping[str, Clock] | None = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)

    def attempt(self, read: Callable[[], _Part]) -> _Part | None:
        """Return what is read, or keep the findings and return None."""
        try:
            return read()
        except PathwayInvalid as invalid:
            self.findings.extend(invalid.findings)
            return None


def read_parts(folder: Folder) -> Parts:
    """Read every file of a folder; what is wrong with one does not keep the others from it."""
    parts = Parts(folder=folder)
    _read_drawing(parts)
    single = folder.single
    if ABOUT in single:
        parts.about = parts.attempt(lambda: read_about(single[ABOUT]))
    if PERIODS in single:
        parts.periods = parts.attempt(lambda: read_periods(single[PERIODS]))
    elif folder.only_drawn:
        parts.periods = {}
    if CLOCKS in single:
        parts.clocks = parts.attempt(lambda: read_clocks(single[CLOCKS]))
    _read_each(parts, folder.decisions, parts.decisions, _decision)
    _read_each(parts, folder.forms, parts.forms, _form)
    _read_each(parts, folder.letters, parts.letters, _letter)
    return parts


def _read_drawing(parts: Parts) -> None:
    source = parts.folder.single.get(DRAWING)
    if source is None:
        return
    drawing = parts.attempt(lambda: read_drawing(source, file=DRAWING))
    parts.drawing = drawing
    if drawing is not None:
        parts.findings.extend(drawing.findings)


def _read_each(
    parts: Parts,
    sources: Mapping[str, bytes],
    into: dict[str, _Part],
    read: Callable[[str, bytes], _Part],
) -> None:
    for stem, source in sources.items():
        try:
            into[stem] = read(stem, source)
        except PathwayInvalid as invalid:
            parts.findings.extend(invalid.findings)


def _decision(stem: str, source: bytes) -> Decision:
    return read_decision(source, file=f"decisions/{stem}.dmn", for_cases=True)


def _form(stem: str, source: bytes) -> Form:
    return read_form(source, step=stem, file=f"forms/{stem}.json")


def _letter(stem: str, source: bytes) -> Letter:
    return read_letter(source, step=stem, file=f"letters/{stem}.txt")
