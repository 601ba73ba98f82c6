"""What is known while a decision is read: its types, the names around it, and what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from pathways.dmn.names import attribute, children, local
from pathways.dmn.notes import Notes
from pathways.model.item_type import ItemType

#: Elements whose names are entries of contexts, wherever a context may come from.
_ENTRIES = frozenset({"itemComponent", "output", "column"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place in a DMN file."""

    notes: Notes
    #: The types that the file defines, by name.
    types: Mapping[str, ItemType]
    #: What expressions may name here, and entries of any context.
    names: frozenset[str]

    def knowing(self, names: Iterable[str]) -> "Source":
        """Return the same place with more names."""
        return replace(self, names=self.names | {name for name in names if name})

    def about(self, name: str) -> "Source":
        """Return the same place for another decision."""
        return replace(self, notes=self.notes.about(name))


def entry_names(definitions: Element) -> frozenset[str]:
    """Return the names of all entries that contexts of a file have."""
    found = set()
    for element in definitions.iter():
        kind = local(element)
        if kind in _ENTRIES:
            found.add(attribute(element, "name"))
        elif kind == "contextEntry":
            found.update(attribute(each, "name") for each in children(element, "variable"))
    return frozenset(found - {""})
