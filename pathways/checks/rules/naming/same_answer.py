"""The ways out of a choice have different answers."""

from collections.abc import Iterator

from pathways.checks.rules.naming.choice_question import ASKING
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about_flow
from pathways.model.spoken import called, shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for choice in drawing.choices():
        seen: set[str] = set()
        for way in drawing.outgoing(choice.id) if choice.kind in ASKING else ():
            answer = " ".join(way.name.split()).casefold()
            if answer and answer in seen:
                yield about_flow(
                    way,
                    drawing,
                    f"Two ways out of {called(choice)} have the answer “{shortened(way.name)}”, so "
                    "nobody can tell which one to go. Give each way an answer of its own.",
                )
            seen.add(answer)


RULE = Rule(
    name="same_answer",
    severity=Severity.WARNING,
    title="No two ways out of a choice have the same answer.",
    look=_look,
)
