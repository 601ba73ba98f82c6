"""Whether a drawing is one of ours: foreign ones are not blamed for what they cannot know."""

from collections.abc import Iterator, Mapping

from pathways.model.drawing import Drawing
from pathways.model.node import Event, EventPosition, Node, Step, StepKind
from pathways.model.pathway import Period
from pathways.model.rule import Subject

#: Their inside, or the other process, is drawn, and says everything for itself.
AROUND_OTHERS = frozenset(
    {StepKind.CALL, StepKind.SUB_PROCESS, StepKind.TRANSACTION, StepKind.AD_HOC}
)


def is_ours(subject: Subject) -> bool:
    """Whether it is part of a pathway that is more than drawn, or says anything in our words."""
    drawing = subject.drawing
    return (
        (subject.pathway is not None and not subject.pathway.only_drawn)
        or bool(drawing.wordings or drawing.silences)
        or any(node.extensions for node in drawing.nodes.values())
    )


def person_steps(drawing: Drawing) -> Iterator[Step]:
    """Yield the steps that wait for a person."""
    return (step for step in drawing.steps() if step.for_a_person)


def speaks_to_families(node: Node) -> bool:
    """Whether a family reads about it: every step that is not around others, and every end."""
    if isinstance(node, Step):
        return node.kind not in AROUND_OTHERS
    return isinstance(node, Event) and node.position is EventPosition.END


def periods_of(subject: Subject) -> Mapping[str, Period]:
    """Return the periods by code; empty where the drawing is alone."""
    return {} if subject.pathway is None else subject.pathway.periods
