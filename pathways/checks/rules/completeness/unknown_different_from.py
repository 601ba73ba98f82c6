"""Who must not do a step is somebody who does another one."""

from collections.abc import Iterator

from pathways.checks.ours import person_steps
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Step
from pathways.model.rule import Complaint, Rule, Subject, about
from pathways.model.spoken import called, did_you_mean, shortened


def _look(subject: Subject) -> Iterator[Complaint]:
    people = {step.id for step in person_steps(subject.drawing)}
    for step in person_steps(subject.drawing):
        for name in step.extensions.get("differentFrom", "").split():
            if name not in people or name == step.id:
                yield about(step, f"{{it}} {_problem(step, name, subject.drawing, people)}")


def _problem(step: Step, name: str, drawing: Drawing, people: set[str]) -> str:
    if name == step.id:
        return "must be done by somebody else than itself. Name another step."
    other = drawing.nodes.get(name)
    if other is not None:
        return (
            f"must be done by somebody else than {called(other)}, which no person does. "
            "Name a step that a person does."
        )
    return (
        f"must be done by somebody else than “{shortened(name)}”, and there is no such step."
        f"{did_you_mean(name, people - {step.id})} Name a step by its id in "
        "fingerpost:differentFrom."
    )


RULE = Rule(
    name="unknown_different_from",
    severity=Severity.ERROR,
    title="Whoever must not do a step is somebody who does another step.",
    look=_look,
    fixed=True,
)
