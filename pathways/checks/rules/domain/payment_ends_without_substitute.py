"""No payment stops without the help being secured another way."""

from collections.abc import Iterator

from pathways.checks.elements import reach
from pathways.checks.meaning import Meaning
from pathways.checks.means import PAYMENT_ENDS, SUBSTITUTE
from pathways.checks.rules.domain.complaint import about_element
from pathways.model.finding import Severity
from pathways.model.graph import turned
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    stops = meaning.of(PAYMENT_ENDS)
    if not stops:
        return
    elements, substitutes = meaning.elements, meaning.of(SUBSTITUTE)
    before = reach(elements.graph, elements.roots, without=substitutes)
    after = reach(turned(elements.graph), elements.endings, without=substitutes)
    for name in sorted(stops & before & after):
        yield about_element(
            meaning,
            name,
            "{it} stops a payment, and a case can end without the help being given in another way. "
            "The council still has to secure it: draw the step that does, and mark it "
            "fingerpost:means=“substitute”.",
        )


RULE = Rule(
    name="payment_ends_without_substitute",
    severity=Severity.ERROR,
    title="No payment stops without the help being secured another way.",
    look=_look,
)
