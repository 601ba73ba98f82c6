"""Families read no jargon."""

from collections.abc import Iterator

from pathways.checks.jargon import jargon_in
from pathways.checks.texts import family_texts
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject


def _look(subject: Subject) -> Iterator[Complaint]:
    for text in family_texts(subject):
        for word, instead in jargon_in(text.whole()):
            yield Complaint(
                message=(
                    f"{text.called_first()} says “{word}”, which is our word and not the family’s. "
                    f"Write instead: {instead}."
                ),
                element=text.element,
                file=text.file,
                line=text.line,
            )


RULE = Rule(
    name="jargon",
    severity=Severity.WARNING,
    title="What families read uses their words, not the office's.",
    look=_look,
)
