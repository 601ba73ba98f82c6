"""Each no reaches its reasons before anything ends."""

from collections.abc import Iterator

from pathways.checks.elements import reach
from pathways.checks.meaning import Meaning
from pathways.checks.means import REASONS, REFUSAL
from pathways.checks.rules.domain.complaint import about_element
from pathways.model.finding import Severity
from pathways.model.graph import turned
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    refusals = meaning.of(REFUSAL)
    if not refusals:
        return
    elements = meaning.elements
    silent = reach(turned(elements.graph), elements.endings, without=meaning.of(REASONS))
    for name in sorted(refusals & silent):
        yield about_element(
            meaning,
            name,
            "{it} is a no, and a case can end after it without reasons. Lead it through a letter "
            "that says why, and mark that letter fingerpost:means=“reasons”.",
        )


RULE = Rule(
    name="refusal_without_reasons",
    severity=Severity.ERROR,
    title="Every no reaches written reasons before the case can end.",
    look=_look,
)
