"""Whoever does a step knows where there is help."""

from collections.abc import Iterator

from pathways.checks.ours import is_ours, person_steps
from pathways.checks.rules.completeness.no_family_words import has_words
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.wording import Audience


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject) or (subject.pathway and subject.pathway.about.help):
        return
    for step in person_steps(subject.drawing):
        if not has_words(step.id, Audience.HELP, subject.drawing):
            yield about(
                step,
                "{it} does not say who helps whoever does it. Write it as "
                '<fingerpost:wording for="help" lang="en"> inside of its extensionElements, or '
                "once for the whole pathway as help = “…” in about.toml.",
            )


RULE = Rule(
    name="no_help",
    severity=Severity.WARNING,
    title="Every step for a person says where there is help.",
    look=_look,
)
