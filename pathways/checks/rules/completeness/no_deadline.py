"""Each step for a person says what happens if nobody does it in time."""

from collections.abc import Iterator

from pathways.checks.deadlines import Deadlines
from pathways.checks.ours import is_ours, person_steps
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    deadlines = Deadlines(subject.drawing)
    for step in person_steps(subject.drawing):
        if not deadlines.any(step):
            yield about(
                step,
                "{it} does not say what happens if nobody does it in time. Draw a timer on its "
                "edge and what follows, or silence this rule there and write who sees that it is "
                "late and what they do.",
            )


RULE = Rule(
    name="no_deadline",
    severity=Severity.WARNING,
    title="Every step for a person says what happens if it is not done in time.",
    look=_look,
)
