"""Ids that the engine keeps for itself."""

from collections.abc import Iterator

from pathways.executable.reserved import is_reserved
from pathways.executable.running import running_nodes
from pathways.model.finding import Severity
from pathways.model.node import Node
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    for node in running_nodes(subject.drawing, Node):
        if is_reserved(node.id):
            message = (
                f"{{it}} has the id “{shortened(node.id)}”, which the engine needs for itself. "
                "Give it another id, in small letters and for what it does."
            )
            yield about(node, message)


RULE = Rule(
    name="reserved_id",
    severity=Severity.ERROR,
    fixed=True,
    title="No element has an id that the engine needs for itself.",
    look=_look,
)
