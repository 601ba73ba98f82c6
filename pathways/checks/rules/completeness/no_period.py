"""Each step for a person says how long it may take."""

from collections.abc import Iterator

from pathways.checks.ours import is_ours, person_steps
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    for step in person_steps(subject.drawing):
        if not step.extensions.get("period"):
            yield about(
                step,
                "{it} does not say how long it may take, and no wait is without an end. Write the "
                "code of a period into its attribute fingerpost:period.",
            )


RULE = Rule(
    name="no_period",
    severity=Severity.ERROR,
    title="Every step for a person says how long it may take.",
    look=_look,
)
