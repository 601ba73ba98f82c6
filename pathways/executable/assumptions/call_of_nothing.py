"""A call of a process that the file does not have."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.executable.running import called_process
from pathways.model.finding import Severity
from pathways.model.node import Step, StepKind
from pathways.model.rule import about
from pathways.model.spoken import shortened


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    full = {node.process for node in drawing.nodes.values()}
    for step in drawing.steps():
        if step.kind is StepKind.CALL and called_process(step, drawing) not in full:
            revision.put(as_person_step(step))
            revision.forms[step.id] = done_form(step.id, title=step.name or "Do what comes next")
            revision.tell(about(step, _message(step)))


def _message(step: Step) -> str:
    named = f"the process “{shortened(step.calls)}”" if step.calls else "a process"
    return (
        f"{{it}} calls {named}, and its steps are not in this file: one person is asked whether it "
        "has been done. Draw the process in the same file, or its steps in place of the call."
    )


ASSUMPTION = Assumption(
    name="call_of_nothing",
    severity=Severity.WARNING,
    title="A call of a process that is not in the file is one step for a person.",
    assume=_assume,
)
