"""Which element is meant: every element has one id of its own, made up where the file has none."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from lxml.etree import _Element as Element

from pathways.bpmn.names import BPMN, LONGEST_ID, NODES, PROCESSES, bpmn, identity, local


class Sort(StrEnum):
    """What a reference can ask for; in a broken file elements of several sorts share an id."""

    NODE = "node"
    FLOW = "flow"
    PROCESS = "process"


_SORTS = (
    {bpmn(name): Sort.NODE for name in NODES}
    | {bpmn(name): Sort.PROCESS for name in PROCESSES}
    | {bpmn("sequenceFlow"): Sort.FLOW}
)


class Names:
    """Elements by the ids that a file writes; of several with one id the first one counts."""

    def __init__(self) -> None:
        self._first: dict[str, Element] = {}
        self._sorted: dict[tuple[Sort | None, str], Element] = {}

    def add(self, name: str, element: Element) -> bool:
        """Take an element in; return whether it is the first one with this id."""
        sort = _SORTS.get(str(element.tag))
        if sort is not None:
            self._sorted.setdefault((sort, name), element)
        return self._first.setdefault(name, element) is element

    def first(self, name: str) -> Element | None:
        """Return the first element with this id."""
        return self._first.get(name)

    def of_sort(self, name: str, sort: Sort | None) -> Element | None:
        """Return the first element of this sort with this id; None where no sort is wanted."""
        return self._sorted.get((sort, name))


class Identities:
    """The ids of a file's BPMN elements.

    A second element with the same id, one without an id, and one whose id is too long get a new
    one. What refers to a repeated id means an element of the right sort, and of its own process
    where there is one.
    """

    def __init__(self, root: Element) -> None:
        #: Kept, so that lxml gives out the same object for an element every time.
        self._elements = tuple(_own(root))
        self._names = Names()
        self._ids: dict[Element, str] = {}
        for element in self._elements:
            name = identity(element)
            first = bool(name) and self._names.add(name, element)
            self._ids[element] = name if first and len(name) <= LONGEST_ID else ""
        self._taken = set(self._ids.values())
        self._counts: dict[str, int] = {}

    @property
    def elements(self) -> tuple[Element, ...]:
        """All BPMN elements, in the order of the file."""
        return self._elements

    def of(self, element: Element) -> str:
        """Return the id of a BPMN element: its own, or the one made up for it."""
        return self._ids[element] or self._make_up(element)

    def named(
        self, reference: str | None, sort: Sort | None = None, *, near: Names | None = None
    ) -> Element | None:
        """Return the element that is referred to.

        Args:
            reference: The id, with or without a prefix.
            sort: What the reference should find; others are found where there is none of it.
            near: Elements that are looked at before the rest of the file.
        """
        places = (self._names,) if near is None else (near, self._names)
        return _found((reference or "").strip(), sort, places)

    def repeated(self) -> Iterator[tuple[Element, Element]]:
        """Yield (element, the first one with its id) for each element whose id is not its own."""
        for element in self._elements:
            first = self._names.first(identity(element))
            if first is not None and first is not element:
                yield element, first

    def another(self, element: Element) -> str:
        """Return a new id for one more thing that an element draws."""
        return self._free(self.of(element))

    def _make_up(self, element: Element) -> str:
        own = identity(element)
        wanted = own if 0 < len(own) <= LONGEST_ID else f"{local(element)}_without_id"
        self._ids[element] = self._free(wanted)
        return self._ids[element]

    def _free(self, wanted: str) -> str:
        made = wanted
        while made in self._taken:
            self._counts[wanted] = self._counts.get(wanted, 1) + 1
            made = f"{wanted}_{self._counts[wanted]}"
        self._taken.add(made)
        return made


class Neighbours:
    """The BPMN elements of one process, sub-process or collaboration, by the ids that it writes."""

    def __init__(self, elements: Iterable[Element], identities: Identities) -> None:
        self._identities = identities
        self._names = Names()
        for element in elements:
            name = identity(element)
            if name:
                self._names.add(name, element)

    def meant(self, reference: str | None, sort: Sort | None = None) -> str:
        """Return the id of what is referred to, a neighbour first; empty where it is nothing."""
        element = self._identities.named(reference, sort, near=self._names)
        return "" if element is None else self._identities.of(element)


def _own(root: Element) -> Iterator[Element]:
    """Yield BPMN's own elements; what a vendor writes in extensions is none, whatever its name."""
    vendors = {
        element
        for holder in root.iter(bpmn("extensionElements"))
        for element in holder.iterdescendants(f"{{{BPMN}}}*")
    }
    return (element for element in root.iter(f"{{{BPMN}}}*") if element not in vendors)


def _found(written: str, sort: Sort | None, places: tuple[Names, ...]) -> Element | None:
    """The id as it is written counts before the one behind a prefix, which BPMN allows."""
    for name in dict.fromkeys((written, written.rpartition(":")[2])):
        for place in places:
            element = place.of_sort(name, sort)
            if element is not None:
                return element
        for place in places:
            element = place.first(name)
            if element is not None:
                return element
    return None
