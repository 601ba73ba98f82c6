"""What the interpreter asks of a version; the engine answers with tables, FEEL and periods."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from pathways.feel import Value
from pathways.model.decision import Outcome


class Rules(Protocol):
    """The rules of one version. Whatever these raise leaves the interpreter as `RuleFailed`."""

    def condition(self, text: str, scope: Mapping[str, Value], *, now: datetime) -> Value:
        """Return the FEEL value of an expression as drawn.

        Asked for conditions on flows and events (only True is true) and for the collection or the
        number of a repeated step (a list, a context, or a whole number).

        Args:
            text: FEEL, as drawn.
            scope: Name -> what the record or the facts hold. A step without answers is None.
            now: The moment of the command; aware, UTC.
        """

    def decide(self, decision: str, scope: Mapping[str, Value], *, now: datetime) -> Outcome:
        """Return what a decision table answers for this scope."""

    def due_at(self, timer: str, since: datetime, *, times: int = 1) -> datetime:
        """Return when a timer falls due; aware, UTC.

        Args:
            timer: Code of a period (`"SCHOOL_REPLY"`) or ISO 8601 text: a duration or a moment.
            since: When the wait began; aware, UTC.
            times: How often a duration passes, one after the other; 1 or more.
        """
