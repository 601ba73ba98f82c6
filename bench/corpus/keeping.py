"""A file that nobody changed is written back as it was."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from bench.corpus.subject import Subject
from pathways.bpmn import rewritten


def kept(subject: Subject) -> Iterator[str]:
    """Yield a problem where the canonical XML is not the same, and whether our reader says so."""
    written = subject.row.timed("written back", lambda: rewritten(subject.xml))
    if _canonical(written) != _canonical(subject.xml):
        yield "Written back, its canonical XML is not the same."


def _canonical(xml: bytes) -> str:
    """Return C14N 2.0 with comments; 1.0 refuses namespaces with relative names, which exist."""
    return str(etree.canonicalize(from_file=BytesIO(xml), with_comments=True))
