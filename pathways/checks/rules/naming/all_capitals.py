"""Names are not shouted."""

import re
from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about, about_flow

#: Shorter ones may be an abbreviation.
_SHORTEST = 6
_LETTERS = re.compile(r"[^\W\d_]+")


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for node in drawing.nodes.values():
        if _shouts(node.name):
            yield about(node, _SAID)
    for flow in drawing.flows.values():
        if _shouts(flow.name):
            yield about_flow(flow, drawing, _SAID)


_SAID = (
    "The name of {it} is all in capitals, which is hard to read and sounds like shouting. "
    "Write it as a sentence: one capital at its start."
)


def _shouts(name: str) -> bool:
    return name.isupper() and sum(map(len, _LETTERS.findall(name))) >= _SHORTEST


RULE = Rule(
    name="all_capitals",
    severity=Severity.ADVICE,
    title="No name is written all in capitals.",
    look=_look,
)
