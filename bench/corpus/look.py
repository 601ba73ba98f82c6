"""Looks at one file in every way."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from bench.corpus.checking import checked
from bench.corpus.drawing import drawn
from bench.corpus.keeping import kept
from bench.corpus.row import Row
from bench.corpus.running import run
from bench.corpus.saying import said
from bench.corpus.subject import Subject
from pathways.bpmn import read_drawing
from pathways.model.drawing import Drawing
from pathways.model.finding import PathwayInvalid

RIGHT, WRONG = "right", "wrong"
READ = "read"
Trial = Callable[[Subject], Iterator[str]]
TRIALS: Mapping[str, Trial] = MappingProxyType(
    {"words": said, "picture": drawn, "round trip": kept, "runs": run, "checks": checked}
)
#: What the reader refuses on purpose, also where it is well-formed BPMN.
_LIMITS = frozenset({"too_big", "too_many_elements", "too_deep", "has_doctype"})
_MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}definitions"


class TooSlow(BaseException):
    """The time for this file is up. No part of the product catches it."""


def look(path: Path) -> Row:
    """Return what comes of one file; nothing that it does is raised."""
    row = Row(str(path))
    xml = path.read_bytes()
    drawing = _read(xml, row)
    if drawing is not None:
        subject = Subject(xml, drawing, row)
        for name, trial in TRIALS.items():
            _attempt(name, trial, subject)
    return row


def _read(xml: bytes, row: Row) -> Drawing | None:
    try:
        drawing = row.timed(READ, lambda: read_drawing(xml))
    except PathwayInvalid as invalid:
        rule = invalid.findings[0].rule
        row.ended[READ] = f"refused: {rule}"
        if rule not in _LIMITS and _is_drawing(xml):
            row.add(READ, f"It is well-formed BPMN, and was refused: {invalid}")
    except (Exception, TooSlow):  # noqa: BLE001 - whatever is raised is what is looked for
        _broke(READ, row)
    else:
        row.ended[READ] = RIGHT
        return drawing
    return None


def _is_drawing(xml: bytes) -> bool:
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False)).tag == _MODEL
    except etree.XMLSyntaxError:
        return False


def _attempt(name: str, trial: Trial, subject: Subject) -> None:
    row = subject.row
    try:
        for problem in trial(subject):
            row.add(name, problem)
    except (Exception, TooSlow):  # noqa: BLE001 - whatever is raised is what is looked for
        _broke(name, row)
    if name in row.problems:
        row.ended[name] = WRONG
    row.ended.setdefault(name, RIGHT)


def _broke(name: str, row: Row) -> None:
    row.tracebacks += 1
    row.ended[name] = WRONG
    row.add(name, "".join(traceback.format_exc(limit=-3)).strip())
