"""A transaction is cancelled, and transactions do not run."""

from pathways.executable.misplaced import misplaced
from pathways.model.finding import Severity
from pathways.model.node import Trigger
from pathways.model.rule import Rule

RULE = Rule(
    name="cancel_event",
    severity=Severity.ERROR,
    fixed=True,
    title="No event cancels a transaction.",
    look=misplaced(Trigger.CANCEL, says="cancels a transaction"),
)
