"""Each way out of a choice has its answer."""

from collections.abc import Iterator

from pathways.checks.rules.naming.choice_question import ASKING
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about_flow


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for choice in drawing.choices():
        ways = drawing.outgoing(choice.id)
        if choice.kind not in ASKING or len(ways) < 2:  # noqa: PLR2004 - one way is no choice
            continue
        for way in ways:
            if not way.name.strip():
                yield about_flow(
                    way,
                    drawing,
                    "{it} does not say for which answer it is taken. Write the answer on it: "
                    "“Yes”, “No”, “Home only”.",
                )


RULE = Rule(
    name="way_without_answer",
    severity=Severity.WARNING,
    title="Every way out of a choice says for which answer it is taken.",
    look=_look,
)
