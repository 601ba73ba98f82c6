"""The checks look at every file; a finding says what is wrong and names what is there."""

from collections import Counter
from collections.abc import Iterator

from bench.corpus.subject import Subject
from pathways.checks import check_drawing
from pathways.model.finding import Finding


def checked(subject: Subject) -> Iterator[str]:
    """Yield what is wrong with the findings of a file."""
    findings = subject.row.timed("checks", lambda: check_drawing(subject.drawing))
    counts = Counter(finding.severity.value for finding in findings)
    subject.row.findings = dict(sorted(counts.items()))
    known = subject.ids | _made_up(subject)
    for finding in findings:
        yield from _wrong(finding, known)


def _wrong(finding: Finding, known: frozenset[str]) -> Iterator[str]:
    if not finding.message.strip() or not finding.rule:
        yield f"A finding of the rule {finding.rule!r} says nothing."
    if finding.element is not None and finding.element not in known:
        yield f"{finding.rule} names {finding.element!r}, which is not in the file."


def _made_up(subject: Subject) -> frozenset[str]:
    """Ids that the reader made up for elements that have none."""
    drawing = subject.drawing
    kinds = (drawing.nodes, drawing.flows, drawing.lanes, drawing.pools, drawing.processes)
    others = (drawing.messages, drawing.artifacts, drawing.associations)
    return frozenset(name for kind in (*kinds, *others) for name in kind)
