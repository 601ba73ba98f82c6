"""No choice has nothing but no."""

from collections.abc import Iterator

from pathways.checks.meaning import Meaning, is_no, parts
from pathways.checks.means import REFUSAL
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    drawing = meaning.drawing
    refusals = meaning.of(REFUSAL)
    if not refusals:
        return
    for choice in drawing.choices():
        ways = parts(choice, drawing)
        refused = [way.id in refusals or way.target in refusals or is_no(way) for way in ways]
        if ways and all(refused):
            yield about(
                choice,
                "Every way out of {it} is a no. Draw the way to a yes as well, or take the "
                "question away.",
            )


RULE = Rule(
    name="only_refusals",
    severity=Severity.WARNING,
    title="No choice has nothing but no.",
    look=_look,
)
