"""A drawing fits into a head."""

from collections import Counter
from collections.abc import Iterator

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject
from pathways.model.spoken import shortened

#: Steps side by side.
MOST = 60


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    for scope, count in Counter(step.scope for step in drawing.steps()).items():
        if count > MOST:
            process, group = drawing.processes.get(scope), drawing.nodes.get(scope)
            name = process.name if process else group.name if group else ""
            yield Complaint(
                message=(
                    f"“{shortened(name or scope)}” has {count} steps side by side, and nobody can "
                    f"keep more than {MOST} in view. Fold what belongs together into sub-processes."
                ),
                element=scope,
            )


RULE = Rule(
    name="too_many_steps",
    severity=Severity.ADVICE,
    title=f"No more than {MOST} steps stand side by side.",
    look=_look,
)
