"""The boxes of a decision and of all that it requires, with the types of what each reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pathways.model import boxed
from pathways.model.boxed import Boxed, boxes_in
from pathways.model.decision import Decision, Requirements
from pathways.model.item_type import ItemType

_Types = Mapping[tuple[str, ...], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedBox:
    """One box: whose it is, and path -> type of what it may read."""

    name: str
    element: str
    box: Boxed
    types: _Types


def typed_boxes(root: Decision, types: _Types) -> Iterator[TypedBox]:
    """Yield every box that is asked for a decision.

    Args:
        root: The decision.
        types: Path -> type of the names of the pathway; those that the decision makes hide them.
    """
    seen: dict[str, None] = {}
    for decision in root.whole():
        for model in decision.requires.whole_knowledge(seen):
            own = {**_required(model.requires), model.name: None}
            yield from _boxes(model.name, model.id, model.function, _hidden(types, own))
        own = _required(decision.requires)
        yield from _boxes(decision.name, decision.id, decision.logic, _hidden(types, own))


def _boxes(name: str, element: str, logic: Boxed, types: _Types) -> Iterator[TypedBox]:
    boxes = list(boxes_in(logic))
    own = {made: kind for box in boxes for made, kind in _made(box)}
    here = _hidden(types, own)
    for box in boxes:
        yield TypedBox(name=name, element=element, box=box, types=here)


def _required(requires: Requirements) -> dict[str, ItemType | None]:
    return {
        **{each.name: each.type for each in requires.data},
        **{each.variable: each.type for each in requires.decisions},
        **{each.name: None for each in requires.knowledge},
        **{each.name: None for each in requires.services},
    }


def _made(box: Boxed) -> Iterator[tuple[str, ItemType | None]]:
    match box:
        case boxed.Context(entries=entries):
            yield from ((entry.name, entry.type) for entry in entries)
        case boxed.Function(parameters=parameters):
            yield from ((each.name, each.type) for each in parameters)
        case boxed.Iteration(variable=variable):
            yield from ((variable, None), ("partial", None))
        case boxed.Filter():
            yield "item", None


def _hidden(types: _Types, own: Mapping[str, ItemType | None]) -> _Types:
    """Return types of which names of their own hide some, with the types of these."""
    outside = {path: kind for path, kind in types.items() if path[0] not in own}
    inside = (each for name, kind in own.items() for each in _paths((name,), kind))
    return {**outside, **dict(inside)}


def _paths(path: tuple[str, ...], kind: ItemType | None) -> Iterator[tuple[tuple[str, ...], str]]:
    if kind is None or kind.kind == "Any":
        return
    yield path, kind.kind
    for name, of in kind.components:
        yield from _paths((*path, name), of)
