"""Nobody decides before the family has said what it thinks."""

from collections.abc import Iterator

from pathways.checks.elements import reach
from pathways.checks.meaning import Meaning
from pathways.checks.means import DECISION, FAMILY_VIEW
from pathways.checks.rules.domain.complaint import about_element
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    decisions = meaning.of(DECISION)
    if not decisions:
        return
    elements = meaning.elements
    unheard = reach(elements.graph, elements.roots, without=meaning.of(FAMILY_VIEW))
    for name in sorted(decisions & unheard):
        yield about_element(
            meaning,
            name,
            "{it} is a decision, and a case can come to it before the child, young person or "
            "parent has said what they think. Draw a step before it where they say it, and mark it "
            "fingerpost:means=“family_view”.",
        )


RULE = Rule(
    name="decision_without_family_view",
    severity=Severity.WARNING,
    title="Before each decision the family says what it thinks.",
    look=_look,
)
