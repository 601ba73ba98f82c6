"""Instructions for other programs, in vendors' extensions."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.rule import Complaint
from pathways.model.spoken import shortened

_MOST_NAMED = 3


def _assume(revision: Revision) -> None:
    """Tell once of all of them: some editors write them everywhere."""
    nodes = [node for node in revision.drawing.nodes.values() if node.foreign]
    if not nodes:
        return
    names = list(dict.fromkeys(name for node in nodes for name in node.foreign))
    said = ", ".join(shortened(name) for name in names[:_MOST_NAMED])
    more = ", …" if len(names) > _MOST_NAMED else ""
    message = (
        f"The drawing holds instructions for other programs ({said}{more}). They stay in the file "
        "and mean nothing here: what a step asks is written in its form."
    )
    revision.tell(Complaint(message=message, element=nodes[0].id, line=nodes[0].line))


ASSUMPTION = Assumption(
    name="vendors_instructions",
    severity=Severity.ADVICE,
    title="Instructions for other programs stay in the file and do nothing.",
    assume=_assume,
)
