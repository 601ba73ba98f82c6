"""Bind names, dots and filters."""

from collections.abc import Mapping
from decimal import Decimal

from pathways.feel.binding.resolver import Item, Resolver
from pathways.feel.decimals import whole
from pathways.feel.frame import Frame, Run
from pathways.feel.nodes import Filter, Literal, Member, Path
from pathways.feel.properties import member
from pathways.feel.values import CONTEXTS, Value, read


def path(resolver: Resolver, node: Path) -> Run:
    """Bind a name and the names after its dots."""
    items, slot = resolver.look_up(node.names)
    run = _from_scope(node.names) if slot is None else _from_slot(slot, node.names[1:])
    for item in reversed(items):
        run = _from_item(item, node.names, run, is_item=item == slot)
    return run


def _from_scope(names: tuple[str, ...]) -> Run:
    first, rest = names[0], names[1:]

    def run(frame: Frame) -> Value:
        found = frame.scope.get(first)
        for at, name in enumerate(rest):
            if type(found) in CONTEXTS or isinstance(found, Mapping):
                found = found.get(name)  # type: ignore[attr-defined] # CONTEXTS are mappings
            else:
                return _members(frame, read(found, frame), rest[at:])
        return read(found, frame)

    if len(rest) != 1:
        return run
    second = rest[0]

    def run_two(frame: Frame) -> Value:
        context = frame.scope.get(first)
        if type(context) is dict:
            found = context.get(second)
            return found if type(found) is str else read(found, frame)
        return run(frame)

    return run_two


def _from_slot(slot: int, names: tuple[str, ...]) -> Run:
    def run(frame: Frame) -> Value:
        return _members(frame, frame.slots[slot], names)

    return run


def _from_item(slot: int, names: tuple[str, ...], otherwise: Run, *, is_item: bool) -> Run:
    """Look in the item of a filter first; `is_item` says that the name means the item itself."""
    first, rest = names[0], names[1:]

    def run(frame: Frame) -> Value:
        item = frame.slots[slot]
        if isinstance(item, Mapping) and first in item:
            return _members(frame, item[first], rest)
        return _members(frame, item, rest) if is_item else otherwise(frame)

    return run


def _members(frame: Frame, value: Value, names: tuple[str, ...]) -> Value:
    for name in names:
        value = member(frame, value, name)
    return value


def member_of(resolver: Resolver, node: Member) -> Run:
    """Bind `x.y`, where x is no plain name."""
    of, name = resolver.bind(node.of), node.name

    def run(frame: Frame) -> Value:
        return member(frame, of(frame), name)

    return run


def filtered(resolver: Resolver, node: Filter) -> Run:
    """Bind `xs[...]`: by place where the bracket holds a number, else by condition."""
    of = resolver.bind(node.of)
    if isinstance(node.condition, Literal) and isinstance(node.condition.value, Decimal):
        return _indexed(of, node.condition.value)
    slot = resolver.new_slot()
    before = resolver.size
    with resolver.inside(Item(slot)):
        condition = resolver.bind(node.condition)
    cost = resolver.size - before

    def run(frame: Frame) -> Value:
        items = of(frame)
        return None if items is None else _chosen(frame, as_list(items), (slot, condition, cost))

    return run


def _chosen(frame: Frame, items: tuple[Value, ...], by: tuple[int, Run, int]) -> Value:
    slot, condition, cost = by
    chosen: list[Value] = []
    frame.slots[slot] = None
    if not items:
        return None if isinstance(condition(frame), Decimal) else ()
    for item in items:
        frame.charge(cost)
        frame.slots[slot] = item
        result = condition(frame)
        if isinstance(result, Decimal):
            return at_place(items, result)
        if result is True:
            chosen.append(item)
    return tuple(chosen)


def _indexed(of: Run, place: Decimal) -> Run:
    def run(frame: Frame) -> Value:
        return at_place(as_list(of(frame)), place)

    return run


def at_place(items: tuple[Value, ...], place: Decimal) -> Value:
    """Return the item at a place, from 1, or from the end with -1; null where there is none."""
    index = whole(place)
    if index is None or index == 0 or abs(index) > len(items):
        return None
    return items[index - 1 if index > 0 else index]


def as_list(value: Value) -> tuple[Value, ...]:
    """Return a list as it is, nothing for null, and any other value as a list of itself."""
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
