"""A transaction is called off where there is none, or without a way to go on."""

from collections.abc import Iterator

from pathways.executable.hearing import in_a_transaction
from pathways.executable.running import running_nodes
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Event, EventPosition, Step, StepKind, Trigger
from pathways.model.rule import Complaint, Rule, Subject, about

_NOWHERE = (
    "{it} calls off a transaction, and it is not drawn at the end or on the edge of one. Draw a "
    "transaction (a sub-process with a double edge) around the steps that are called off."
)
_NO_WAY_ON = (
    "{it} calls off the transaction that it is in, and on the edge of that nothing says where it "
    "goes on. Draw a cancel event there, with an arrow to what comes next."
)


def _look(subject: Subject) -> Iterator[Complaint]:
    for event in running_nodes(subject.drawing, Event):
        if event.trigger is Trigger.CANCEL:
            problem = _problem(event, subject.drawing)
            if problem:
                yield about(event, problem)


def _problem(event: Event, drawing: Drawing) -> str:
    if event.position is EventPosition.BOUNDARY:
        host = drawing.nodes.get(event.attached_to or "")
        at_one = isinstance(host, Step) and host.kind is StepKind.TRANSACTION
        return "" if at_one else _NOWHERE
    around = in_a_transaction(event, drawing) if event.position is EventPosition.END else None
    if around is None:
        return _NOWHERE
    edges = (edge.trigger for edge in drawing.boundaries(around.id))
    return "" if Trigger.CANCEL in edges else _NO_WAY_ON


RULE = Rule(
    name="cancel_event",
    severity=Severity.ERROR,
    fixed=True,
    title="Only a transaction is called off, and on its edge it says where it goes on.",
    look=_look,
)
