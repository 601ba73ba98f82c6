"""A sub-process whose steps nobody has drawn yet."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.model.finding import Severity
from pathways.model.node import StepKind
from pathways.model.rule import about

_MESSAGE = (
    "{it} is a sub-process with nothing drawn inside: one person is asked whether it has been "
    "done. Draw its steps, or draw a task in its place."
)


def _assume(revision: Revision) -> None:
    full = {node.inside for node in revision.drawing.nodes.values()}
    for step in revision.drawing.steps():
        if step.kind is StepKind.SUB_PROCESS and step.id not in full and not step.by_event:
            revision.put(as_person_step(step))
            revision.forms[step.id] = done_form(step.id, title=step.name or "Do what comes next")
            revision.tell(about(step, _MESSAGE))


ASSUMPTION = Assumption(
    name="empty_sub_process",
    severity=Severity.WARNING,
    title="A sub-process with nothing inside is one step for a person.",
    assume=_assume,
)
