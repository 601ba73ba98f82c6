"""No two steps have the same name."""

from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.node import StepKind
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    seen: set[tuple[str, str]] = set()
    for step in subject.drawing.steps():
        name = (step.process, " ".join(step.name.split()).casefold())
        if not name[1] or step.kind is StepKind.CALL:  # the same process may be called twice
            continue
        if name in seen:
            yield about(
                step,
                "Two steps are called {it}, so nobody can tell which one is meant. "
                "Say in the name what is different, or draw one step for both.",
            )
        seen.add(name)


RULE = Rule(
    name="same_name",
    severity=Severity.WARNING,
    title="No two steps of a process have the same name.",
    look=_look,
)
