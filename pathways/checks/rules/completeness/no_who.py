"""Each step for a person says who does it."""

from collections.abc import Iterator

from pathways.checks.ours import person_steps
from pathways.model.drawing import Drawing
from pathways.model.finding import Severity
from pathways.model.node import Step
from pathways.model.rule import Complaint, Rule, Subject, about


def _look(subject: Subject) -> Iterator[Complaint]:
    drawing = subject.drawing
    named = frozenset(pool.process for pool in drawing.pools.values() if pool.name.strip())
    laned = frozenset(lane.process for lane in drawing.lanes.values())
    homeless = [step for step in person_steps(drawing) if not _has_somebody(step, named - laned)]
    if homeless and not named and not laned:
        yield _about_all(drawing, len(homeless))
        return
    for step in homeless:
        yield about(
            step,
            "{it} stands in no lane, so nobody knows who does it. Draw it in the lane of whoever "
            "does it.",
        )


def _has_somebody(step: Step, pools: frozenset[str | None]) -> bool:
    return step.lane is not None or step.process in pools


def _about_all(drawing: Drawing, count: int) -> Complaint:
    process = drawing.processes.get(drawing.id)
    return Complaint(
        message=(
            f"No lane says who does what: {count} of the steps are for a person. Draw a lane for "
            "each side, such as “Family” and “Case officer”, and put each step into its lane."
        ),
        element=drawing.id or None,
        line=process.line if process else None,
    )


RULE = Rule(
    name="no_who",
    severity=Severity.WARNING,
    title="Every step for a person stands in the lane of whoever does it.",
    look=_look,
)
