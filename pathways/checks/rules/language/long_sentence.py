"""No sentence that families read is long."""

from collections.abc import Iterator

from pathways.checks.reading_age import sentences_of, words_of
from pathways.checks.texts import family_texts
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import shortened

#: Words. Source: Government Digital Service, "Content design", on sentence length.
MOST_WORDS = 25
_QUOTED = 60


def _look(subject: Subject) -> Iterator[Complaint]:
    for text in family_texts(subject):
        for piece in text.paragraphs:
            for said in sentences_of(piece):
                words = len(words_of(said))
                if words > MOST_WORDS:
                    yield Complaint(
                        message=(
                            f"{text.called_first()} has a sentence of {words} words: "
                            f"“{shortened(said.strip(), _QUOTED)}” Make two of it: after "
                            f"{MOST_WORDS} words many readers lose the thread."
                        ),
                        element=text.element,
                        file=text.file,
                        line=text.line,
                    )


RULE = Rule(
    name="long_sentence",
    severity=Severity.WARNING,
    title=f"No sentence that families read has more than {MOST_WORDS} words.",
    look=_look,
)
