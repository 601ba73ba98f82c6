"""Bind `if`, `for`, `some` and `every`."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pathways.feel.binding.paths import as_list
from pathways.feel.binding.resolver import Known, Resolver
from pathways.feel.decimals import whole
from pathways.feel.frame import Frame, Run
from pathways.feel.nodes import For, If, Quantified, Turns
from pathways.feel.values import Range, Value

_DAY = timedelta(days=1)


def if_then_else(resolver: Resolver, node: If) -> Run:
    """Bind `if`; whatever is not true leads to `else`."""
    condition, then = resolver.bind(node.condition), resolver.bind(node.then)
    otherwise = resolver.bind(node.otherwise)

    def run(frame: Frame) -> Value:
        return then(frame) if condition(frame) is True else otherwise(frame)

    return run


@dataclass(frozen=True, slots=True)
class _Loop:
    """One variable, and what it goes through."""

    slot: int
    over: Run
    to: Run | None

    def values(self, frame: Frame) -> Iterator[Value] | None:
        """Return the values in turn, or None where there is nothing to go through."""
        start = self.over(frame)
        if self.to is not None:
            return _from_to(start, self.to(frame))
        if isinstance(start, Range):
            included = start.low_included and start.high_included
            return _from_to(start.low, start.high) if included else None
        return None if start is None else iter(as_list(start))


def _from_to(start: Value, end: Value) -> Iterator[Value] | None:
    """Return the whole numbers or the days from one to another, upwards or downwards."""
    if isinstance(start, Decimal) and isinstance(end, Decimal):
        first, last = whole(start), whole(end)
        return None if first is None or last is None else _integers(first, last)
    if type(start) is date and type(end) is date:
        return _days(start, end)
    return None


def _integers(first: int, last: int) -> Iterator[Decimal]:
    step = 1 if first <= last else -1
    return (Decimal(number) for number in range(first, last + step, step))


def _days(first: date, last: date) -> Iterator[date]:
    step = 1 if first <= last else -1
    return (first + number * step * _DAY for number in range(abs((last - first).days) + 1))


def _loops(resolver: Resolver, turns: tuple[Turns, ...], stack: ExitStack) -> tuple[_Loop, ...]:
    """Bind what a loop goes through; each variable is seen by those after it."""
    loops = []
    for turn in turns:
        over = resolver.bind(turn.over)
        to = resolver.bind(turn.to) if turn.to else None
        loops.append(_Loop(resolver.new_slot(), over, to))
        stack.enter_context(resolver.inside(Known(turn.name, loops[-1].slot)))
    return tuple(loops)


def _turns(frame: Frame, loops: tuple[_Loop, ...], cost: int) -> Iterator[bool]:
    """Set the variables to each combination in turn; False where nothing can be gone through."""
    values = loops[0].values(frame)
    if values is None:
        yield False
        return
    for value in values:
        frame.charge(cost)
        frame.slots[loops[0].slot] = value
        if len(loops) == 1:
            yield True
        else:
            yield from _turns(frame, loops[1:], cost)


def for_return(resolver: Resolver, node: For) -> Run:
    """Bind `for`; `partial` is the list of what was returned so far."""
    partial = resolver.new_slot()
    before = resolver.size
    with ExitStack() as stack:
        loops = _loops(resolver, node.turns, stack)
        stack.enter_context(resolver.inside(Known("partial", partial)))
        body = resolver.bind(node.body)
    cost, tells = resolver.size - before, partial in resolver.used

    def run(frame: Frame) -> Value:
        results: list[Value] = []
        for possible in _turns(frame, loops, cost):
            if not possible:
                return None
            if tells:
                frame.charge(len(results))
                frame.slots[partial] = tuple(results)
            results.append(body(frame))
        return tuple(results)

    return run


def quantified(resolver: Resolver, node: Quantified) -> Run:
    """Bind `some` and `every`: three-valued `or` and `and` over all items."""
    deciding = node.quantifier == "some"
    before = resolver.size
    with ExitStack() as stack:
        loops = _loops(resolver, node.turns, stack)
        condition = resolver.bind(node.condition)
    cost = resolver.size - before

    def run(frame: Frame) -> Value:
        result: bool | None = not deciding
        for possible in _turns(frame, loops, cost):
            value = condition(frame) if possible else None
            if value is deciding:
                return deciding
            if value is not (not deciding):
                result = None
        return result

    return run
