"""An expression: parsed once, evaluated as often as needed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from pathways.feel import budget, pratt
from pathways.feel.binding import resolver
from pathways.feel.budget import Meter
from pathways.feel.cursor import Cursor
from pathways.feel.errors import Refused, not_feel_at
from pathways.feel.frame import Frame, Run
from pathways.feel.grammar import GRAMMAR
from pathways.feel.nodes import Node
from pathways.feel.values import PLAIN, Value

_CACHED = 1_024


@dataclass(frozen=True, slots=True)
class Expression:
    """A FEEL expression; two are equal when their texts are.

    Attributes:
        text: As it was written.
        tree: What it is made of.
        names: Every path that it reads from the scope, such as `("ask_for_it", "what_matters")`.
            A path may go on into a value: `case.opened_on.year` is `("case", "opened_on", "year")`.
        item_names: Those of `names` that stand in a filter, as `amount` in `lines[amount > 3]`:
            the item's own entry of that name is read first, the scope only where it has none.
    """

    text: str
    tree: Node = field(compare=False, repr=False)
    names: frozenset[tuple[str, ...]] = field(compare=False)
    item_names: frozenset[tuple[str, ...]] = field(compare=False, repr=False)
    _run: Run = field(compare=False, repr=False)
    _slots: int = field(compare=False, repr=False)

    def evaluate(
        self, scope: Mapping[str, object], *, now: datetime, meter: Meter | None = None
    ) -> Value:
        """Return the value of the expression; what cannot be told is None.

        Args:
            scope: Name -> value; `int`, `list` and `dict` are read as number, list and context.
            now: The moment that `now()` and `today()` mean; aware, UTC.
            meter: Pays for this and for other evaluations together, such as those of one table.

        Raises:
            Refused: If it goes beyond its budget.
            ValueError: If the scope holds a float, or `now` is naive.
        """
        frame = Frame(scope, now, slots=self._slots)
        if meter is None:
            return self._value(frame)
        frame.steps, frame.calls = meter.steps, meter.calls
        try:
            return self._value(frame)
        finally:
            meter.steps = frame.steps

    def _value(self, frame: Frame) -> Value:
        try:
            value = self._run(frame)
        except RecursionError:
            raise Refused("This goes too deep in functions that call functions.") from None
        if type(value) not in PLAIN and type(value) is not Decimal:
            measured(frame, value)
        return value


def measured(meter: Meter, value: Value, depth: int = 0) -> None:
    """Pay for every item of a result, so that nothing too large leaves the evaluator.

    Lists that hold the same list many times are small in memory and endless when written down.

    Raises:
        Refused: If there are too many items, or they stand too deep in one another.
    """
    if depth > budget.DEPTH:
        raise Refused(f"Lists and contexts may stand {budget.DEPTH} deep in one another, not more.")
    if isinstance(value, (tuple, Mapping)):
        meter.charge(len(value))
        for item in value.values() if isinstance(value, Mapping) else value:
            measured(meter, item, depth + 1)


def parse(text: str, names: frozenset[str] = frozenset()) -> Expression:
    """Return the expression that a text says.

    Args:
        text: The expression.
        names: Names that the scope will have, at any depth; needed for those that are more than
            one word (`Monthly Salary`, `pre-tax`, `child's age`), and for functions that are
            given in the scope.

    Raises:
        NotFeel: If it says none, calls an unknown function, or is too long or too deep.
    """
    return _parse(text, names)


@lru_cache(maxsize=_CACHED)
def _parse(text: str, known: frozenset[str]) -> Expression:
    check_length(text, budget.SOURCE)
    cursor = Cursor(text, GRAMMAR, names=known)
    tree = pratt.expression(cursor)
    cursor.expect_end()
    names = resolver()
    run = names.bind(tree)
    return Expression(
        text, tree, frozenset(names.names), frozenset(names.item_names), run, names.slots
    )


def check_length(text: str, characters: int) -> None:
    """Refuse a text that is too long to be read.

    Raises:
        NotFeel: If it has more characters than that.
    """
    if len(text) > characters:
        problem = f"This has {len(text):,} characters, and {characters:,} are allowed; shorten it."
        raise not_feel_at(problem, text, characters)
