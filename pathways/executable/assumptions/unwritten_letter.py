"""A letter that nobody has written."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.made_up import as_person_step
from pathways.executable.made_up_forms import done_form
from pathways.model.action import sends_letter
from pathways.model.finding import Severity
from pathways.model.news import tells_cases
from pathways.model.rule import about

_MESSAGE = (
    "{it} sends something, and there is no letter for it: a person is asked to tell what there is "
    "to tell. Write the letter into letters/, with the id of the step."
)


def _assume(revision: Revision) -> None:
    papers = revision.before.papers
    letters = frozenset() if papers is None else papers.letters
    for step in revision.drawing.steps():
        if sends_letter(step) and not tells_cases(step) and step.id not in letters:
            revision.put(as_person_step(step))
            revision.forms[step.id] = done_form(
                step.id, title=step.name or "Tell them", asks="Have you told them?"
            )
            revision.tell(about(step, _MESSAGE))


ASSUMPTION = Assumption(
    name="unwritten_letter",
    severity=Severity.WARNING,
    title="A letter that is not written is a step for a person, who tells what there is to tell.",
    assume=_assume,
)
