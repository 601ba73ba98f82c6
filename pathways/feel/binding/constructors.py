"""Bind what is written out: literals, lists, contexts, ranges, `?`."""

from contextlib import ExitStack
from datetime import date, time
from decimal import Decimal

from pathways.feel.binding.resolver import Known, Resolver
from pathways.feel.comparison import at_most
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.frame import Frame, Run
from pathways.feel.nodes import ContextOf, ListOf, Literal, RangeOf, Subject
from pathways.feel.values import Range, Value

#: The types that have an order.
_ENDS = (Decimal, str, date, time, YearsMonthsDuration, DaysTimeDuration)


def literal(_: Resolver, node: Literal) -> Run:
    """Bind a value, written out."""
    value = node.value
    return lambda _: value


def subject(_: Resolver, __: Subject) -> Run:
    """Bind `?`."""
    return lambda frame: frame.subject


def list_of(resolver: Resolver, node: ListOf) -> Run:
    """Bind a list."""
    items = tuple(resolver.bind(item) for item in node.items)
    return lambda frame: tuple([item(frame) for item in items])


def context_of(resolver: Resolver, node: ContextOf) -> Run:
    """Bind a context; each entry sees those before it."""
    entries: list[tuple[str, int, Run]] = []
    with ExitStack() as stack:
        for key, value in node.entries:
            entries.append((key, resolver.new_slot(), resolver.bind(value)))
            stack.enter_context(resolver.inside(Known(key, entries[-1][1])))

    def run(frame: Frame) -> Value:
        made: dict[str, Value] = {}
        for key, slot, value in entries:
            made[key] = frame.slots[slot] = value(frame)
        return made

    return run


def range_of(resolver: Resolver, node: RangeOf) -> Run:
    """Bind a range; it is null where an end is null, or the ends are of different types."""
    if isinstance(node.low, Literal) and isinstance(node.high, Literal):
        value = made_range(node, node.low.value, node.high.value)
        return lambda _: value
    low = resolver.bind(node.low) if node.low else None
    high = resolver.bind(node.high) if node.high else None

    def run(frame: Frame) -> Value:
        return made_range(node, low(frame) if low else None, high(frame) if high else None)

    return run


def made_range(node: RangeOf, low: Value, high: Value) -> Range | None:
    """Return the range with these ends, or None where it cannot have them.

    The ends are of one type, and the lower one comes first (DMN 1.5, 10.3.2.7).
    """
    if node.low and not isinstance(low, _ENDS):
        return None
    if node.high and not isinstance(high, _ENDS):
        return None
    if node.low and node.high and at_most(low, high) is not True:
        return None
    return Range(low, high, node.low_included, node.high_included)
