"""A choice asks a question."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind
from pathways.model.rule import Complaint, Rule, Subject, about

#: The others do not ask: all ways are taken, or the first event decides.
ASKING = frozenset({ChoiceKind.EXCLUSIVE, ChoiceKind.INCLUSIVE, ChoiceKind.COMPLEX})
#: The question marks of English, Chinese and Japanese, and Arabic.
_MARKS = ("?", "\uff1f", "\u061f")


def _look(subject: Subject) -> Iterator[Complaint]:
    for choice in subject.drawing.choices():
        parts = choice.kind in ASKING and len(subject.drawing.outgoing(choice.id)) > 1
        if parts and _states(choice):
            yield about(
                choice,
                "{it} is a choice, and its name asks nothing. Write it as a question that its ways "
                "answer: “Does the school agree?” with “Yes” and “No”.",
            )


def _states(choice: Choice) -> bool:
    name = choice.name.strip()
    return bool(name) and not name.endswith(_MARKS)


RULE = Rule(
    name="choice_question",
    severity=Severity.WARNING,
    title="A choice is named by the question that it asks.",
    look=_look,
)
