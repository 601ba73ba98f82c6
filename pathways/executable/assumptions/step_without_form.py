"""A step for a person whose form nobody has written."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up_forms import done_form
from pathways.executable.papers import Papers
from pathways.model.finding import Severity
from pathways.model.node import Step
from pathways.model.rule import about
from pathways.model.spoken import did_you_mean

_TITLE = "Do what comes next"


def _assume(revision: Revision) -> None:
    """Give each step a form; where no files are known at all, that says nothing about them."""
    papers = revision.before.papers
    for step in revision.drawing.steps():
        if _has_none(step, revision, papers):
            revision.forms[step.id] = done_form(step.id, title=step.name or _TITLE)
            if papers is not None:
                revision.tell(about(step, _message(step, papers)))


def _has_none(step: Step, revision: Revision, papers: Papers | None) -> bool:
    if not step.for_a_person or step.id in revision.forms:
        return False
    return papers is None or step.id not in papers.questions


def _message(step: Step, papers: Papers) -> str:
    near = did_you_mean(step.id, papers.questions)
    return (
        f"{{it}} has no form, so its page asks nothing but whether it has been done. Write the "
        f"file forms/{step.id}.json, or give a file there the step's id.{near}"
    )


ASSUMPTION = Assumption(
    name="step_without_form",
    severity=Severity.WARNING,
    title="A step without a form asks nothing but whether it has been done.",
    assume=_assume,
)
