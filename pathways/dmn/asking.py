"""One question to a decision, under way: what was given, what it costs, what came out so far."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from pathways.dmn.conformance import MISFIT, fitted
from pathways.dmn.errors import Undecided, WrongType
from pathways.dmn.scope import Scope
from pathways.feel import Expression, FunctionValue, Meter, Refused, UnaryTests, Value
from pathways.feel.calling import call
from pathways.model.decision import Outcome
from pathways.model.item_type import ItemType

#: Steps of everything that one question leads to; see `pathways.feel.budget`.
STEPS = 200_000
#: Outcomes that are kept of one question: a table may be asked for each item of a long list.
MOST_KEPT = 200


class Asking:
    """One question to a decision.

    Attributes:
        given: Name -> value: input data, or the record and the facts of a case.
        now: Aware, UTC.
        meter: Pays for all of it.
        before: What was decided so far, in that order.
    """

    __slots__ = ("before", "given", "meter", "now", "report")

    def __init__(
        self,
        given: Mapping[str, object],
        now: datetime,
        report: Callable[[Undecided], None],
    ) -> None:
        """Begin; `report` is told what is null that perhaps should not be, and may raise it."""
        self.given = given
        self.now = now
        self.report = report
        self.meter = Meter()
        self.meter.steps = STEPS
        self.before: list[Outcome] = []

    def value(self, expression: Expression | None, scope: Mapping[str, object]) -> Value:
        """Return what an expression says; no expression says null."""
        if expression is None:
            return None
        if isinstance(scope, Scope):
            scope.settle(expression.names)
        return expression.evaluate(scope, now=self.now, meter=self.meter)

    def passes(self, tests: UnaryTests, value: Value, scope: Mapping[str, object]) -> bool:
        """Tell whether a value passes a cell."""
        if isinstance(scope, Scope):
            scope.settle(tests.names)
        return tests.test(value, scope, now=self.now, meter=self.meter)

    @contextmanager
    def paying(self, meter: Meter) -> Iterator[None]:
        """Let a meter pay for what is done meanwhile: that of the evaluation that is under way."""
        kept, self.meter = self.meter, meter
        try:
            yield
        finally:
            self.meter = kept

    def call(self, function: FunctionValue, arguments: tuple[Value, ...]) -> Value:
        """Return what a function returns."""
        return call(self.meter, function, arguments)

    def typed(self, value: Value, kind: ItemType | None, where: str, name: str) -> Value:
        """Return a value as its type takes it; null, and reported, where it does not fit."""
        if kind is None or value is None:
            return value
        made = fitted(value, kind, now=self.now, meter=self.meter)
        if made is MISFIT:
            self.report(WrongType(where, name, value, kind))
            return None
        return made  # type: ignore[return-value] # MISFIT is the only other object

    def keep(self, outcome: Outcome) -> None:
        """Remember what was decided on the way; the same is kept once, however often it is asked.

        Raises:
            pathways.feel.Refused: If it is more than anybody could keep.
        """
        self.meter.charge(1 + len(self.before) // 10)
        if outcome in self.before:
            return
        if len(self.before) >= MOST_KEPT:
            raise Refused(
                f"This decides {MOST_KEPT} times on the way, and more could not be kept; "
                "ask fewer tables, or shorter lists."
            )
        self.before.append(outcome)
