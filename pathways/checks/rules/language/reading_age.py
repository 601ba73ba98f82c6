"""What families read can be read at age 11."""

from collections.abc import Iterator

from pathways.checks.reading_age import LONG, count_reading, together, words_of
from pathways.checks.syllables import syllables
from pathways.checks.texts import Text, family_texts
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject

#: Years. Nearly everybody who left school in Britain reads at least so well.
OLDEST = 11.0
_MOST_NAMED = 6


def _look(subject: Subject) -> Iterator[Complaint]:
    counted = [(text, count_reading(text.paragraphs)) for text in family_texts(subject)]
    whole = together(reading for _, reading in counted)
    if whole.enough and whole.age > OLDEST:
        yield Complaint(
            message=(
                f"All that families read here reads at age {whole.age}, and should at {OLDEST:.0f} "
                f"or below: {whole.long_words} long words in {whole.sentences} sentences. Put the "
                "hardest texts right first."
            ),
            element=subject.drawing.id or None,
        )
    for text, reading in counted:
        if reading.enough and reading.age > OLDEST:
            yield _complaint(text, reading.age)


def _complaint(text: Text, age: float) -> Complaint:
    return Complaint(
        message=(
            f"{text.called_first()} reads at age {age}, and should at {OLDEST:.0f} or below. Write "
            f"shorter words, or more and shorter sentences. Its long words: {_long_words(text)}."
        ),
        element=text.element,
        file=text.file,
        line=text.line,
    )


def _long_words(text: Text) -> str:
    counted: dict[str, int] = {}
    for piece in text.paragraphs:
        for word in words_of(piece):
            if syllables(word) >= LONG:
                counted[word.lower()] = counted.get(word.lower(), 0) + 1
    often = sorted(counted, key=lambda word: (-counted[word], word))[:_MOST_NAMED]
    return ", ".join(f"“{word}”" for word in often)


RULE = Rule(
    name="reading_age",
    severity=Severity.WARNING,
    title="What families read can be read at age 11.",
    look=_look,
)
