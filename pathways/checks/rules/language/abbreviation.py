"""Letters that stand for words are explained where families read them."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pathways.checks.jargon import Abbreviation, abbreviations
from pathways.checks.texts import family_texts
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject

#: Different ones looked at in one text; nobody reads a text with more.
_MOST = 50
_LETTERS = re.compile(r"\b[A-Z]{2,12}(?=s?\b)")


def _look(subject: Subject) -> Iterator[Complaint]:
    known, unclear = abbreviations()
    for text in family_texts(subject):
        whole = text.whole()
        for letters in islice(dict.fromkeys(_LETTERS.findall(whole)), _MOST):
            if letters in known or _explained(letters, whole, unclear):
                continue
            means = f" ({unclear[letters].means})" if letters in unclear else ""
            yield Complaint(
                message=(
                    f"{text.called_first()} says “{letters}”{means} and does not explain it. Write "
                    f"the words instead, or both the first time: “the words ({letters})”."
                ),
                element=text.element,
                file=text.file,
                line=text.line,
            )


def _explained(letters: str, whole: str, unclear: Mapping[str, Abbreviation]) -> bool:
    if f"({letters})" in whole or re.search(rf"\b{letters}s? \(", whole):
        return True
    known = unclear.get(letters)
    return known is not None and any(phrase in whole.lower() for phrase in known.explained_by)


RULE = Rule(
    name="abbreviation",
    severity=Severity.WARNING,
    title="Letters that stand for words are explained where families read them.",
    look=_look,
)
