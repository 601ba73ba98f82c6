"""No case ends without the family being told."""

import re
from collections.abc import Iterator

from pathways.checks.elements import Elements, reach
from pathways.checks.means import DECISION, TELLS_FAMILY, says
from pathways.checks.ours import is_ours
from pathways.checks.people import Families
from pathways.model.action import sends_letter
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Choice, Event, EventPosition, Node, Step, StepKind, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about

_TELLS = re.compile(
    r"(?:tell|telephone|phone|call|inform|write to|notify|explain to|meet|talk to)\b"
)
_THEM = re.compile(r"famil|parent|carer|young person|child|them\b")
_SENDING = frozenset({EventPosition.THROW, EventPosition.END})


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    drawing = subject.drawing
    elements = Elements(drawing)
    families = Families(drawing)
    telling = {node.id for node in drawing.nodes.values() if _tells(node, subject, families)}
    news = {node.id for node in drawing.nodes.values() if _is_news(node, drawing)} - telling
    silent = reach(elements.graph, {*elements.roots, *news}, without=telling)
    for name in elements.endings & silent:
        node = drawing.nodes[name]
        if not drawing.processes[node.process].called and not families.does(node):
            yield about(
                node,
                "A case can end at {it} without the family being told. Draw a letter to the family "
                "on every way that leads there.",
            )


def _is_news(node: Node, drawing: Drawing) -> bool:
    """Whether something is settled here that a letter before it cannot have told."""
    if isinstance(node, Choice):
        return len(drawing.outgoing(node.id)) > 1
    if isinstance(node, Event):
        return node.position is EventPosition.BOUNDARY
    decides = isinstance(node, Step) and node.kind is StepKind.DECISION
    return decides or says(node, DECISION)


def _tells(node: Node, subject: Subject, families: Families) -> bool:
    if says(node, TELLS_FAMILY):
        return True
    if isinstance(node, Event):
        return node.position in _SENDING and node.trigger is Trigger.MESSAGE
    if not isinstance(node, Step):
        return False
    if sends_letter(node):
        return _goes_to_family(node, subject, families)
    return node.for_a_person and (families.does(node) or _says_so(node.name.lower()))


def _says_so(name: str) -> bool:
    return bool(_TELLS.match(name) and _THEM.search(name))


def _goes_to_family(step: Step, subject: Subject, families: Families) -> bool:
    letter = subject.pathway.letters.get(step.id) if subject.pathway else None
    return letter is None or not families.lanes or letter.to in families.lanes


RULE = Rule(
    name="silent_end",
    severity=Severity.ERROR,
    title="No case ends without the family being told.",
    look=_look,
)
