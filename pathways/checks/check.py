"""Everything that is wrong with a pathway or a drawing, the worst first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from pathways.checks.registry import LOOKING, RULES
from pathways.checks.silencing import Silences
from pathways.checks.weighing import Weights, about_weights, rank, weighed
from pathways.executable import executable, papers_of
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding
from pathways.model.pathway import Pathway
from pathways.model.rule import Complaint, Rule, Subject

#: The drawing's file where a complaint does not say another.
DRAWING = "pathway.bpmn"
_AS_THE_RULES_SAY: Weights = MappingProxyType({})


def check(pathway: Pathway) -> tuple[Finding, ...]:
    """Return everything that is wrong with a pathway.

    Rules weigh what about.toml says under [checks]. What is silenced stays in the list and says
    why. Order: what counts before what is silenced; errors, warnings, advice; the drawing before
    other files; then by line.
    """
    subject = Subject(drawing=pathway.drawing, pathway=pathway)
    return _checked(subject, weights=pathway.about.checks, file=DRAWING)


def check_drawing(drawing: Drawing, *, file: str = DRAWING) -> tuple[Finding, ...]:
    """Return everything that is wrong with a drawing alone, ordered as `check` does.

    Args:
        drawing: What is drawn.
        file: The name of its file, as findings are to say it.
    """
    return _checked(Subject(drawing=drawing), weights=_AS_THE_RULES_SAY, file=file)


def _checked(subject: Subject, *, weights: Weights, file: str) -> tuple[Finding, ...]:
    silences = Silences(subject.drawing, RULES)
    found = _once(_found(subject, file))
    silenced = silences.silenced(weighed(found, weights, RULES))
    everything = [*silenced, *about_weights(weights, RULES)]
    everything += silences.problems(file)
    return tuple(sorted(everything, key=lambda finding: _place(finding, file)))


def _found(subject: Subject, file: str) -> Iterator[Finding]:
    papers = None if subject.pathway is None else papers_of(subject.pathway)
    copy = executable(subject.drawing, papers)
    for finding in (*subject.drawing.findings, *copy.findings):
        yield replace(finding, file=file)
    for rules in LOOKING.values():
        for rule in rules:
            for complaint in rule.look(subject):
                yield _finding(rule, complaint, file)


def _finding(rule: Rule, complaint: Complaint, file: str) -> Finding:
    named = replace(complaint, file=file) if complaint.file == DRAWING else complaint
    return named.finding(rule.name, rule.severity)


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The same thing is said once, however it was found."""
    once: Mapping[tuple[str, str | None, str], Finding] = {
        (finding.rule, finding.element, finding.message): finding for finding in findings
    }
    return once.values()


def _place(finding: Finding, file: str) -> tuple[object, ...]:
    return (
        bool(finding.silenced),
        rank(finding.severity),
        finding.file != file,
        finding.file,
        finding.line or 0,
        finding.element or "",
        finding.rule,
        finding.message,
    )
