"""Whoever looks again is not the one who decided."""

from collections.abc import Iterator

from pathways.checks.elements import reach
from pathways.checks.meaning import Meaning
from pathways.checks.means import DECISION, SECOND_LOOK
from pathways.model.finding import Severity
from pathways.model.node import Node, Step
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import called

#: So many steps are named in one message.
_MOST_NAMED = 5


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    drawing = meaning.drawing
    seconds = meaning.of(SECOND_LOOK)
    firsts = meaning.of(DECISION) - seconds
    if not seconds or not firsts:
        return
    reached = reach(meaning.elements.graph, firsts)
    for name in sorted(seconds & reached):
        step = drawing.nodes.get(name)
        if isinstance(step, Step):
            others = set(step.extensions.get("differentFrom", "").split())
            same = [
                drawing.nodes[each] for each in sorted(firsts - others) if each in drawing.nodes
            ]
            if same:
                yield about(step, _said(same))


def _said(same: list[Node]) -> str:
    named = " or ".join(called(each) for each in same[:_MOST_NAMED])
    return (
        f"{{it}} may be done by whoever did {named}, and nobody looks again at what they decided "
        f"themselves. Write “{' '.join(each.id for each in same[:_MOST_NAMED])}” into its "
        "attribute fingerpost:differentFrom."
    )


RULE = Rule(
    name="same_person_looks_again",
    severity=Severity.ERROR,
    title="Whoever looks again is not the one who decided.",
    look=_look,
)
