"""Each no can be looked at again before anything ends."""

from collections.abc import Iterator

from pathways.checks.elements import reach
from pathways.checks.meaning import Meaning
from pathways.checks.means import LOOK_AGAIN, REFUSAL
from pathways.checks.rules.domain.complaint import about_element
from pathways.model.finding import Severity
from pathways.model.graph import turned
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    refusals = meaning.of(REFUSAL)
    if not refusals:
        return
    elements, offers = meaning.elements, meaning.of(LOOK_AGAIN)
    without = reach(turned(elements.graph), elements.endings, without=offers)
    first = reach(elements.graph, elements.roots, without=offers)
    for name in sorted(refusals & without & first):  # a no after a second look is the last one
        yield about_element(
            meaning,
            name,
            "{it} is a no, and a case can end after it before the family could ask for another "
            "look. Lead it to a step where the family can ask, and mark that step "
            "fingerpost:means=“look_again”.",
        )


RULE = Rule(
    name="refusal_without_look_again",
    severity=Severity.ERROR,
    title="Every no can be looked at again before the case can end.",
    look=_look,
)
