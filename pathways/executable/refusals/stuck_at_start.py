"""A case that cannot even be opened: it goes round, or waits for what never comes."""

from collections.abc import Iterator

from pathways.executable.opening import Opening
from pathways.executable.running import calls
from pathways.model.finding import Severity
from pathways.model.graph import circles
from pathways.model.node import Choice, ChoiceKind, Node, Step, StepKind
from pathways.model.rule import Complaint, Rule, Subject, about

_ROUND = (
    "A case that is opened goes on and on by itself to {it}, without a person who does something "
    "and without a wait. Draw a step for a person, or a wait, on the way there."
)
_STUCK = (
    "A case that is opened comes to {it} by itself and waits there for ways that nobody takes, so "
    "it could never go on. Draw an exclusive gateway in its place, or a way to it that is taken."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    graph = calls(drawing)
    circular = len(set(circles(graph).values())) < len(graph) or any(
        process in called for process, called in graph.items()
    )
    if circular or any(_is_refused(node) for node in drawing.nodes.values()):
        return
    opening = Opening(drawing)
    opening.run()
    if opening.circling is not None:
        yield about(drawing.nodes[opening.circling], _ROUND)
    elif opening.stuck is not None:
        yield about(drawing.nodes[opening.stuck], _STUCK)


def _is_refused(node: Node) -> bool:
    """Whether it does not run at all, so that nobody can tell where a case would come to."""
    if isinstance(node, Choice):
        return node.kind is ChoiceKind.COMPLEX
    if not isinstance(node, Step):
        return False
    return node.kind is StepKind.AD_HOC or node.compensates


RULE = Rule(
    name="stuck_at_start",
    severity=Severity.ERROR,
    fixed=True,
    title="A case that is opened comes to a person, a wait or an end.",
    look=_look,
)
