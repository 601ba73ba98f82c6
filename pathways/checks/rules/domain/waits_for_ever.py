"""A reminder is no way on: no step waits for ever for one person."""

from collections.abc import Iterator

from pathways.checks.deadlines import Deadlines
from pathways.checks.elements import Elements, reach
from pathways.checks.ours import is_ours, person_steps
from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject, about

#: Elements walked over in one drawing; far more than any drawing needs that a person could read.
_BUDGET = 500_000


def _look(subject: Subject) -> Iterator[Complaint]:
    if not is_ours(subject):
        return
    drawing = subject.drawing
    elements = Elements(drawing)
    deadlines = Deadlines(drawing)
    budget = _BUDGET
    for step in person_steps(drawing):
        watching = tuple(deadlines.of(step))
        if not watching or any(event.interrupting for event in watching):
            continue  # without any, `no_deadline` says so
        after = reach(elements.graph, [event.id for event in watching], without=(step.id,))
        budget -= len(after)
        if budget < 0:
            return
        if not after & elements.endings:
            yield about(
                step,
                "{it} has reminders on its edge and no way on without whoever does it: if they "
                "never do it, the case waits for ever. Draw a timer that ends the step, and what "
                "follows then.",
            )


RULE = Rule(
    name="waits_for_ever",
    severity=Severity.WARNING,
    title="No step waits for ever for one person.",
    look=_look,
)
