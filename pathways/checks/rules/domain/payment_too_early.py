"""No direct payment starts before consent, notice and the three tests."""

from collections.abc import Iterator, Mapping

from pathways.checks.elements import reach
from pathways.checks.meaning import Meaning
from pathways.checks.means import (
    CONSENT,
    NOTICE,
    PAYMENT_STARTS,
    PAYMENT_TEST,
    RECIPIENT_TEST,
    SETTING_TEST,
)
from pathways.checks.rules.domain.complaint import about_element
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject

#: What must come first -> how it is said. Source: Children and Families Act 2014, section 49; SEN
#: (Personal Budgets) Regulations 2014, regulations 5, 6, 8 and, for the setting's consent, 9.
_FIRST: Mapping[str, str] = {
    CONSENT: "the written agreement of whoever gets the money",
    NOTICE: "the written notice",
    PAYMENT_TEST: "the test whether a direct payment may be made",
    RECIPIENT_TEST: "the test whether this person can get one",
    SETTING_TEST: "the test whether a school or college has to agree",
}


def _look(subject: Subject) -> Iterator[Complaint]:
    meaning = Meaning(subject)
    starts = meaning.of(PAYMENT_STARTS)
    if not starts:
        return
    elements = meaning.elements
    early = {
        word: reach(elements.graph, elements.roots, without=meaning.of(word)) for word in _FIRST
    }
    for name in sorted(starts):
        missing = [word for word in _FIRST if name in early[word]]
        if missing:
            listed = "; ".join(f"{_FIRST[word]} ({word})" for word in missing)
            yield about_element(
                meaning,
                name,
                f"{{it}} starts direct payments, and a case can come to it without: {listed}. Draw "
                "them before it, and mark each with its word in fingerpost:means.",
            )


RULE = Rule(
    name="payment_too_early",
    severity=Severity.ERROR,
    title="No direct payment starts before consent, notice and the tests of the law.",
    look=_look,
)
