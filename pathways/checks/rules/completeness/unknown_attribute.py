"""Each of our attributes means something where it stands."""

from collections.abc import Iterator, Mapping

from pathways.model.finding import Severity
from pathways.model.news import sends_message, waits_for_news
from pathways.model.node import Node, Step, StepKind
from pathways.model.rule import Complaint, Rule, Subject, about, about_flow
from pathways.model.spoken import did_you_mean, shortened

_FOR_A_PERSON = frozenset({"differentFrom", "means", "period"})
_FOR_A_TABLE = frozenset({"decision", "means"})
_FOR_A_PROGRAM = frozenset({"action", "means", "pathway"})
_FOR_NEWS = frozenset({"about", "means"})
_FOR_ANYTHING = frozenset({"means"})
#: Ours once, and written otherwise now.
_NOW = {
    "family": 'Write what a family reads as <fingerpost:wording for="family" lang="en"> inside of '
    "its extensionElements.",
}


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for node in drawing.nodes.values():
        for said in _problems(node.extensions, _known(node)):
            yield about(node, said)
    for flow in drawing.flows.values():
        for said in _problems(flow.extensions, _FOR_ANYTHING):
            yield about_flow(flow, drawing, said)


def _known(node: Node) -> frozenset[str]:
    if isinstance(node, Step) and node.for_a_person:
        return _FOR_A_PERSON
    if isinstance(node, Step) and node.kind is StepKind.SERVICE:
        return _FOR_A_PROGRAM
    if waits_for_news(node) or sends_message(node):
        return _FOR_NEWS
    table = isinstance(node, Step) and node.kind is StepKind.DECISION
    return _FOR_A_TABLE if table else _FOR_ANYTHING


def _problems(written: Mapping[str, str], known: frozenset[str]) -> Iterator[str]:
    for name in sorted(set(written) - known):
        advice = _NOW.get(name) or (
            f"{did_you_mean(name, known)} Take it away, or write one of: "
            f"{', '.join(sorted(known))}."
        )
        yield (
            f"{{it}} has the attribute fingerpost:{shortened(name)}, which means nothing there. "
            f"{advice.strip()}"
        )


RULE = Rule(
    name="unknown_attribute",
    severity=Severity.ERROR,
    title="Every attribute of ours means something where it stands.",
    look=_look,
)
