"""A script hidden in a vendor's extensions."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.model.finding import Severity
from pathways.model.rule import about
from pathways.model.spoken import shortened

_SCRIPT = "script"


def _assume(revision: Revision) -> None:
    for node in revision.drawing.nodes.values():
        scripts = [name for name in node.foreign if name.lower().endswith(_SCRIPT)]
        if scripts:
            message = (
                f"{{it}} hides a script in its extensions (<{shortened(scripts[0])}>), and nothing "
                "in a pathway is run as code: it is left out. Take it out; a decision table or a "
                "form can do it in the open."
            )
            revision.tell(about(node, message))


ASSUMPTION = Assumption(
    name="hidden_script",
    severity=Severity.WARNING,
    title="A script hidden in a vendor's extensions is left out.",
    assume=_assume,
)
