"""Small good and bad drawings of each rule: `<folder>/<group>/<rule>/good*.bpmn`, `bad*.bpmn`.

A bad one says which elements its rule complains about: `<!-- expects: ask_for_it, ended -->`; `-`
stands for a complaint about no element. A rule that needs a whole pathway has folders `good*` and
`bad*` instead of files: with a pathway.bpmn and an about.toml such a folder is a pathway, else its
files replace those of the small pathway of the reading tests. What a folder expects stands in its
pathway.bpmn, or in a file expects.txt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pathways.bpmn import read_drawing
from pathways.checks import check, check_drawing
from pathways.model.finding import Finding, PathwayInvalid
from pathways.reading import read_pathway
from tests.pathways.reading.folders import folder as small_pathway

_EXPECTS = re.compile(r"<!--\s*expects:\s*(.*?)\s*-->")
_NOTE = "expects.txt"
_NO_ELEMENT = "-"
_WHOLE_PATHWAY = {"pathway.bpmn", "about.toml"}


@dataclass(frozen=True, slots=True)
class Example:
    """One good or bad drawing of a rule."""

    rule: str
    path: Path

    def __str__(self) -> str:
        return f"{self.rule}/{self.path.name}"

    @property
    def bad(self) -> bool:
        return self.path.name.startswith("bad")

    @property
    def expected(self) -> set[str]:
        """Ids of the elements that its rule complains about; `-` for a complaint about none."""
        return set(re.split(r",\s*", self._said())) if self.bad else set()

    def complained(self) -> set[str]:
        """Ids of the elements that its rule does complain about, in all that is checked."""
        return {
            finding.element or _NO_ELEMENT
            for finding in self.findings()
            if finding.rule == self.rule and not finding.silenced
        }

    def findings(self) -> tuple[Finding, ...]:
        """Everything that is found in it, by reading it or by the checks."""
        try:
            if self.path.is_dir():
                return check(read_pathway(_files(self.path)))
            return check_drawing(read_drawing(self.path.read_bytes()))
        except PathwayInvalid as invalid:
            return invalid.findings

    def _said(self) -> str:
        if (self.path / _NOTE).is_file():
            return (self.path / _NOTE).read_text("utf-8").strip()
        drawing = self.path / "pathway.bpmn" if self.path.is_dir() else self.path
        found = _EXPECTS.search(drawing.read_bytes().decode("utf-8", errors="replace"))
        assert found, f"{self} does not say what it expects"
        return found[1]


def examples(folder: Path) -> tuple[Example, ...]:
    """Return the examples in a folder that holds a folder for each rule."""
    return tuple(_examples(folder))


def _examples(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*/*")):
        if path.name.startswith(("good", "bad")):
            yield Example(path.parent.name, path)


def _files(folder: Path) -> dict[str, bytes]:
    own = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != _NOTE
    }
    return own if own.keys() >= _WHOLE_PATHWAY else {**small_pathway(), **own}
