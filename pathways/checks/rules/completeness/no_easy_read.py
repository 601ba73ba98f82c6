"""What a family reads is there in easy read too."""

from collections.abc import Iterator

from pathways.checks.ours import speaks_to_families
from pathways.checks.rules.completeness.no_family_words import has_words
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.wording import Audience


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for node in drawing.nodes.values():
        plain = speaks_to_families(node) and has_words(node.id, Audience.FAMILY, drawing)
        if plain and not has_words(node.id, Audience.EASY_READ, drawing):
            yield about(
                node,
                "{it} has words for families and none in easy read. Write short sentences with one "
                'idea each as <fingerpost:wording for="easyRead" lang="en">, and let people with '
                "a learning disability read them first.",
            )


RULE = Rule(
    name="no_easy_read",
    severity=Severity.ADVICE,
    title="Whatever has words for families has them in easy read too.",
    look=_look,
)
