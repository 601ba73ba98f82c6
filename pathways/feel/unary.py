"""Unary tests: what stands in a cell of a decision table, asked about one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from pathways.feel import budget
from pathways.feel.binding import resolver
from pathways.feel.binding.tests import bound_tests
from pathways.feel.budget import Meter
from pathways.feel.cursor import Cursor
from pathways.feel.errors import Refused
from pathways.feel.expression import check_length
from pathways.feel.frame import Frame, Test
from pathways.feel.grammar import GRAMMAR
from pathways.feel.nodes import Tests
from pathways.feel.tests_grammar import cell
from pathways.feel.values import read

_CACHED = 4_096


@dataclass(frozen=True, slots=True)
class UnaryTests:
    """The tests of one cell; two are equal when their texts are.

    Attributes:
        text: As they were written.
        any: Whether every value passes: the cell is `-` or empty.
        names: Every path that they read from the scope; see `Expression.names`.
        item_names: See `Expression.item_names`.
        tree: What they are made of; None where every value passes.
    """

    text: str
    any: bool = field(compare=False)
    names: frozenset[tuple[str, ...]] = field(compare=False)
    item_names: frozenset[tuple[str, ...]] = field(compare=False, repr=False)
    tree: Tests | None = field(compare=False, repr=False)
    _test: Test = field(compare=False, repr=False)
    _slots: int = field(compare=False, repr=False)

    def test(
        self,
        value: object,
        scope: Mapping[str, object],
        *,
        now: datetime,
        meter: Meter | None = None,
    ) -> bool:
        """Tell whether a value passes; what cannot be told does not pass.

        Args:
            value: What is looked at, and what `?` means.
            scope: Name -> value.
            now: The moment that `now()` and `today()` mean; aware, UTC.
            meter: Pays for this and for other evaluations together, such as those of one table.

        Raises:
            Refused: If it goes beyond its budget.
            ValueError: If the value or the scope holds a float, or `now` is naive.
        """
        if self.any:
            return True
        frame = Frame(scope, now, slots=self._slots)
        if meter is None:
            return self._passes(frame, value)
        frame.steps, frame.calls = meter.steps, meter.calls
        try:
            return self._passes(frame, value)
        finally:
            meter.steps = frame.steps

    def _passes(self, frame: Frame, value: object) -> bool:
        frame.subject = subject = read(value, frame)
        try:
            return self._test(frame, subject) is True
        except RecursionError:
            raise Refused("This goes too deep in functions that call functions.") from None


def parse_unary_tests(text: str, names: frozenset[str] = frozenset()) -> UnaryTests:
    """Return the tests that a cell says.

    Args:
        text: The cell.
        names: Names that the scope will have; see `pathways.feel.parse`.

    Raises:
        NotFeel: If it says none, calls an unknown function, or is too long or too deep.
    """
    return _parse(text, names)


@lru_cache(maxsize=_CACHED)
def _parse(text: str, known: frozenset[str]) -> UnaryTests:
    check_length(text, budget.CELL)
    nothing: frozenset[tuple[str, ...]] = frozenset()
    if text.strip() in {"", "-"}:
        return UnaryTests(text, True, nothing, nothing, None, lambda _, __: True, 0)
    tree = cell(Cursor(text, GRAMMAR, asks=True, names=known))
    names = resolver()
    test = bound_tests(names, tree, in_a_cell=True)
    return UnaryTests(
        text,
        False,
        frozenset(names.names),
        frozenset(names.item_names),
        tree,
        test,
        names.slots,
    )
