"""Everything ends in the middle of the way."""

from pathways.executable.misplaced import misplaced
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Trigger
from pathways.model.rule import Rule

RULE = Rule(
    name="misplaced_terminate",
    severity=Severity.ERROR,
    fixed=True,
    title="Only an end ends everything.",
    look=misplaced(Trigger.TERMINATE, says="ends everything", runs=frozenset({EventPosition.END})),
)
