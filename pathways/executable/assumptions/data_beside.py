"""Data that is drawn beside the way."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.drawing import ArtifactKind
from pathways.model.finding import Severity
from pathways.model.rule import Complaint
from pathways.model.spoken import shortened

_BESIDE = frozenset({ArtifactKind.ANNOTATION, ArtifactKind.GROUP})


def _assume(revision: Revision) -> None:
    """Tell once of all of it: it changes nothing, and some drawings are full of it."""
    artifacts = revision.drawing.artifacts.values()
    data = [each for each in artifacts if each.kind not in _BESIDE]
    if data:
        name = f"“{shortened(data[0].name)}”" if data[0].name else "What is drawn there"
        others = f" (and {len(data) - 1} more like it)" if len(data) > 1 else ""
        message = (
            f"{name} is data drawn beside the way{others}. It stays in the drawing and does "
            "nothing: the answers of each step are kept, and later steps can read them."
        )
        revision.tell(Complaint(message=message, element=data[0].id, line=data[0].line))


ASSUMPTION = Assumption(
    name="data_beside",
    severity=Severity.ADVICE,
    title="Data drawn beside the way does nothing: all answers are kept anyway.",
    assume=_assume,
)
