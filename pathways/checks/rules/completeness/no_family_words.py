"""What a family reads about each step and each end is written."""

from collections.abc import Iterator

from pathways.checks.ours import is_ours, speaks_to_families
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.wording import Audience


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    drawing = subject.drawing
    for node in drawing.nodes.values():
        if speaks_to_families(node) and not has_words(node.id, Audience.FAMILY, drawing):
            yield about(
                node,
                "{it} does not say what a family reads about it. Write one or two plain sentences "
                'as <fingerpost:wording for="family" lang="en"> inside of its extensionElements.',
            )


def has_words(element: str, audience: Audience, drawing: Drawing) -> bool:
    """Whether there are words about an element for somebody, in any language."""
    return any(
        each.audience is audience and each.text for each in drawing.wordings.get(element, ())
    )


RULE = Rule(
    name="no_family_words",
    severity=Severity.ERROR,
    title="Every step and every end says what a family reads about it.",
    look=_look,
)
