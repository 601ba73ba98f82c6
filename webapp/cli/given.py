"""What is given to a verb: a BPMN file, or the folder of a pathway."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pathways.bpmn import read_drawing
from pathways.checks import check, check_drawing
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.pathway import Pathway
from pathways.reading import read_pathway
from pathways.scenarios import read_scenario
from pathways.words import Catalogue, Words, drawing_words, words
from workflow.shipped import pathway_files

DRAWING = "pathway.bpmn"
#: The reader takes 2 MB; what is far beyond is not even loaded.
_MOST_BYTES = 32_000_000


class CannotUse(Exception):
    """Nothing can come of this file; the message says why and what to do."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        self.findings = findings
        super().__init__(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One drawing, with the rest of its pathway where there is one."""

    drawing: Drawing
    #: The drawing's file, as findings say it.
    file: str
    #: None where a file was given, and where the folder is not yet a whole pathway.
    pathway: Pathway | None
    #: Why the folder is not yet a whole pathway.
    unfit: tuple[Finding, ...] = ()

    def words(self, say: Catalogue) -> Words:
        """Return it in words."""
        if self.pathway is not None:
            return words(self.pathway, say=say)
        return drawing_words(self.drawing, say=say)

    def findings(self) -> tuple[Finding, ...]:
        """Return everything that the checks find, each finding once."""
        if self.pathway is None:
            found = check_drawing(self.drawing, file=self.file)
        else:
            found = check(self.pathway)
        return tuple(dict.fromkeys((*self.unfit, *found)))


def read_given(path: Path) -> Given:
    """Read a BPMN file, or the folder of a pathway.

    Raises:
        CannotUse: If there is no drawing in it that could be told.
        OSError: If it is not there or must not be read.
    """
    if path.is_dir():
        return _read_folder(path)
    return Given(drawing=_drawing(_bytes(path), path.name), file=path.name, pathway=None)


def _read_folder(folder: Path) -> Given:
    if not (folder / DRAWING).is_file():
        raise CannotUse(
            f"This folder has no {DRAWING}. Name a BPMN file, or the folder of a pathway."
        )
    files = pathway_files(folder)
    unfit = tuple(_misread_scenarios(files))
    try:
        pathway = read_pathway(files)
    except PathwayInvalid as invalid:
        drawing = _drawing(files[DRAWING], DRAWING)
        return Given(drawing=drawing, file=DRAWING, pathway=None, unfit=(*invalid.findings, *unfit))
    return Given(drawing=pathway.drawing, file=DRAWING, pathway=pathway, unfit=unfit)


def _misread_scenarios(files: Mapping[str, bytes]) -> Iterator[Finding]:
    for path in sorted(files):
        if path.startswith("scenarios/"):
            try:
                read_scenario(files[path], file=path)
            except PathwayInvalid as invalid:
                yield from invalid.findings


def _drawing(xml: bytes, file: str) -> Drawing:
    try:
        return read_drawing(xml, file=file)
    except PathwayInvalid as invalid:
        said = " ".join(_placed(finding) for finding in invalid.findings)
        raise CannotUse(said, invalid.findings) from None


def _placed(finding: Finding) -> str:
    return finding.message if finding.line is None else f"Line {finding.line}: {finding.message}"


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        xml = file.read(_MOST_BYTES + 1)
    if len(xml) > _MOST_BYTES:
        raise CannotUse("The file is far too large for a drawing. Name a BPMN file.")
    return xml
