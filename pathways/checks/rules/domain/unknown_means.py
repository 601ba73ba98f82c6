"""Whatever an element is said to mean is one of the words that mean something here."""

from collections.abc import Iterator

from pathways.checks.means import MEANS, elements_of, meanings
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about, about_flow
from pathways.model.spoken import did_you_mean, shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for element in elements_of(drawing):
        for word in sorted(meanings(element) - set(MEANS)):
            said = (
                f"{{it}} means “{shortened(word)}”, which is no word that fingerpost:means knows."
                f"{did_you_mean(word, MEANS)} Name one of: {', '.join(sorted(MEANS))}."
            )
            if isinstance(element, Flow):
                yield about_flow(element, drawing, said)
            else:
                yield about(element, said)


RULE = Rule(
    name="unknown_means",
    severity=Severity.ERROR,
    title="Every word in fingerpost:means is one that it knows.",
    look=_look,
)
