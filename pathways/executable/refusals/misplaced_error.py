"""Something goes wrong at a place where nobody hears of it."""

from pathways.executable.misplaced import misplaced
from pathways.model.finding import Severity
from pathways.model.node import EventPosition, Trigger
from pathways.model.rule import Rule

RULE = Rule(
    name="misplaced_error",
    severity=Severity.ERROR,
    fixed=True,
    title="What goes wrong is an end inside of a sub-process, and an event on its edge.",
    look=misplaced(
        Trigger.ERROR,
        says="is about something that goes wrong",
        runs=frozenset({EventPosition.BOUNDARY, EventPosition.END}),
    ),
)
