"""What was done is to be undone, and undoing does not run."""

from pathways.executable.misplaced import misplaced
from pathways.model.finding import Severity
from pathways.model.node import Trigger
from pathways.model.rule import Rule

RULE = Rule(
    name="compensation_event",
    severity=Severity.ERROR,
    fixed=True,
    title="No event undoes what was done.",
    look=misplaced(Trigger.COMPENSATION, says="undoes what was done (compensation)"),
)
