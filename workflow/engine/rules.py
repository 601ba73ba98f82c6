"""What the interpreter asks of a version: its conditions, its tables and its periods."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from pathways import dmn, feel
from pathways.model.decision import Outcome
from pathways.model.pathway import Pathway
from workflow import clocks
from workflow.model.closure import Closures


@dataclass(frozen=True, slots=True)
class PathwayRules:
    """The rules of one pathway, parsed once. Shared by threads; only ever grows."""

    pathway: Pathway
    #: When the school or college of the case is closed; periods in school days ask.
    closures: Closures = ()
    _expressions: dict[str, feel.Expression] = field(default_factory=dict)

    def during(self, closures: Closures) -> "PathwayRules":
        """Return the same rules, sharing what was parsed, for a school with these closures."""
        return replace(self, closures=closures)

    def condition(self, text: str, scope: Mapping[str, feel.Value], *, now: datetime) -> feel.Value:
        """Return what a FEEL text of the drawing says; only True is true."""
        expression = self._expressions.get(text)
        if expression is None:
            expression = self._expressions[text] = feel.parse(text)
        return expression.evaluate(scope, now=now)

    def decide(self, decision: str, scope: Mapping[str, feel.Value], *, now: datetime) -> Outcome:
        """Return what a decision table answers, and why."""
        return dmn.decide(self.pathway.decisions[decision], scope, now=now)

    def due_at(self, timer: str, since: datetime, *, times: int = 1) -> datetime:
        """Return when a timer falls due; aware, UTC.

        Args:
            timer: The code of a period, or ISO 8601: a duration, or a moment with its time zone.
            since: When the wait began; aware, UTC.
            times: How often a period passes, one after the other.

        Raises:
            ValueError: If it is none of these.
        """
        period = self.pathway.periods.get(timer)
        if period is not None:
            return clocks.due_at(period, since, times=times, closures=self.closures)
        if timer.startswith("P"):
            return clocks.after(timer, since, times=times)
        moment = datetime.fromisoformat(timer)
        if moment.utcoffset() is None:
            raise ValueError(f"Expected a moment with its time zone, but {timer} has none.")
        return moment.astimezone(UTC)
