"""A decision that no table answers."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.executable.papers import Papers
from pathways.executable.tables import table_of
from pathways.model.finding import Severity
from pathways.model.node import Step, StepKind
from pathways.model.rule import about

_MESSAGE = (
    "{it} is decided by a table, and nothing says which: a person is asked to decide it. Write the "
    "table into decisions/, with the id of the step, or draw a task for a person."
)


def _assume(revision: Revision) -> None:
    papers = revision.before.papers
    for step in revision.drawing.steps():
        if step.kind is StepKind.DECISION and not _is_there(step, papers):
            revision.put(as_person_step(step))
            revision.forms[step.id] = done_form(
                step.id, title=step.name or "Decide", asks="Has this been decided?"
            )
            revision.tell(about(step, _MESSAGE))


def _is_there(step: Step, papers: Papers | None) -> bool:
    """A drawing alone has a table where it names one."""
    if papers is None:
        return bool(step.extensions.get("decision"))
    return table_of(step) in papers.outputs


ASSUMPTION = Assumption(
    name="unknown_table",
    severity=Severity.WARNING,
    title="A decision without its table is a step for a person.",
    assume=_assume,
)
