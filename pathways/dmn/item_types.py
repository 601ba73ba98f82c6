"""The types that a file defines (DMN's item definitions), and those that FEEL has."""

from collections.abc import Mapping
from dataclasses import replace

from lxml.etree import _Element as Element

from pathways.dmn.cells import read_tests
from pathways.dmn.names import attribute, child, children, text_in, text_of
from pathways.dmn.notes import Notes, Place
from pathways.feel import UnaryTests
from pathways.model.item_type import ItemType

#: FEEL's own types, and the names that editors write for them -> FEEL's name.
_KINDS: Mapping[str, str] = {
    "Any": "Any",
    "string": "string",
    "boolean": "boolean",
    "number": "number",
    "integer": "number",
    "long": "number",
    "double": "number",
    "date": "date",
    "time": "time",
    "dateTime": "date and time",
    "date and time": "date and time",
    "days and time duration": "days and time duration",
    "dayTimeDuration": "days and time duration",
    "years and months duration": "years and months duration",
    "yearMonthDuration": "years and months duration",
    "context": "context",
    "list": "list",
}
#: How many types may stand in one another.
_DEEPEST = 30


def type_of(type_ref: str, types: Mapping[str, ItemType]) -> ItemType | None:
    """Return the type that a reference names; None where it says nothing that is known."""
    name = type_ref.rpartition(":")[2]
    if name in types:
        return types[name]
    kind = _KINDS.get(name)
    return None if kind is None else ItemType(name=kind, kind=kind)


def with_allowed(kind: ItemType | None, allowed: UnaryTests | None) -> ItemType | None:
    """Return a type that allows only some of its values."""
    if allowed is None or allowed.any:
        return kind
    kind = kind or ItemType(name="Any", kind="Any")
    if allowed in kind.allowed:
        return kind
    return replace(kind, allowed=(*kind.allowed, allowed))


def without_allowed(kind: ItemType | None) -> ItemType | None:
    """Return a type that allows all values of its kind."""
    if kind is None:
        return None
    return replace(kind, allowed=(), items=without_allowed(kind.items))


def allowed_by(kind: ItemType | None) -> UnaryTests | None:
    """Return the values that a type itself allows, or its items where it is a list."""
    while kind is not None and not kind.allowed:
        kind = kind.items
    return kind.allowed[-1] if kind is not None else None


def read_item_types(
    definitions: Element, notes: Notes, names: frozenset[str]
) -> dict[str, ItemType]:
    """Return the types that a file defines, by name; what is wrong with them goes to the notes."""
    return _Reader(definitions, notes, names).read()


class _Reader:
    def __init__(self, definitions: Element, notes: Notes, names: frozenset[str]) -> None:
        self._items = {
            attribute(item, "name"): item for item in children(definitions, "itemDefinition")
        }
        self._notes = notes
        self._names = names
        self._read: dict[str, ItemType] = {}
        self._under_way: list[str] = []

    def read(self) -> dict[str, ItemType]:
        for name in self._items:
            self._named(name)
        return self._read

    def _named(self, name: str) -> ItemType | None:
        item = self._items.get(name)
        if item is None:
            return type_of(name, {})
        if name not in self._read:
            if name in self._under_way or len(self._under_way) >= _DEEPEST:
                self._note_circle(item, name)
                return ItemType(name=name, kind="Any")
            self._under_way.append(name)
            self._read[name] = self._defined(item, name)
            self._under_way.pop()
        return self._read[name]

    def _note_circle(self, item: Element, name: str) -> None:
        if name in self._under_way:
            message = f"the type “{name}” is made of itself. Say its entries without it."
            self._notes.add("needs_itself", message, Place().at(item))
        else:
            message = f"more than {_DEEPEST} types stand in one another. Make fewer of them."
            self._notes.add("too_deep", message, Place().at(item))

    def _defined(self, item: Element, name: str) -> ItemType:
        components = list(children(item, "itemComponent"))
        if components:
            made = ItemType(
                name=name,
                kind="context",
                components=tuple(
                    (attribute(each, "name"), self._component(each)) for each in components
                ),
            )
        else:
            base = self._named(text_of(child(item, "typeRef")).rpartition(":")[2])
            made = replace(base or ItemType(name=name, kind="Any"), name=name)
        made = self._allowing(made, child(item, "allowedValues"))
        if attribute(item, "isCollection") == "true":
            made = ItemType(name=name, kind="list", items=made)
        return self._allowing(made, child(item, "typeConstraint"))

    def _component(self, element: Element) -> ItemType:
        return self._defined(element, attribute(element, "name"))

    def _allowing(self, made: ItemType, values: Element | None) -> ItemType:
        if values is None or not text_in(values):
            return made
        place = Place(words=f"the type “{made.name}”")
        allowed = read_tests(values, self._notes, place, names=self._names)
        return with_allowed(made, allowed) or made
