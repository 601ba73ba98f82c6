"""Find out what each name means where it stands: a loop's variable, a filter's item, the scope."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from pathways.feel.frame import Run
from pathways.feel.nodes import Node


@dataclass(frozen=True, slots=True)
class Known:
    """A variable whose name is known: of a loop, or an earlier entry of a context."""

    name: str
    slot: int


@dataclass(frozen=True, slots=True)
class Item:
    """The item that a filter looks at: its entries come before everything outside."""

    slot: int


Variable: TypeAlias = Known | Item


class Resolver:
    """Binds the nodes of one expression, and keeps what it learns about its names."""

    def __init__(self, binders: Mapping[type[Node], "Binder"]) -> None:
        self._binders = binders
        #: Innermost last.
        self._variables: list[Variable] = []
        #: How many slots a frame needs.
        self.slots = 0
        #: How many nodes were bound: what one turn of a loop costs.
        self.size = 0
        self._depth = 0
        #: How deep the deepest node stands that was bound.
        self.deepest = 0
        #: Slots that are read by name.
        self.used: set[int] = set()
        #: Paths read from the scope.
        self.names: set[tuple[str, ...]] = set()
        #: Those of them that are read from the item of a filter, where it has such an entry.
        self.item_names: set[tuple[str, ...]] = set()

    def bind(self, node: Node) -> Run:
        """Return the closure that evaluates a node."""
        self.size += 1
        self._depth += 1
        self.deepest = max(self.deepest, self._depth)
        run = self._binders[type(node)](self, node)
        self._depth -= 1
        return run

    def bind_body(self, node: Node) -> tuple[Run, int]:
        """Return the closure of a function's body, and how deep it stands in itself."""
        deepest, self.deepest = self.deepest, self._depth
        run = self.bind(node)
        height = self.deepest - self._depth
        self.deepest = max(deepest, self.deepest)
        return run, height

    def new_slot(self) -> int:
        """Return the number of a slot that nothing else uses."""
        self.slots += 1
        return self.slots - 1

    @contextmanager
    def inside(self, *variables: Variable) -> Iterator[None]:
        """Let variables be seen by what is bound meanwhile."""
        self._variables.extend(variables)
        yield
        del self._variables[len(self._variables) - len(variables) :]

    def look_up(self, path: tuple[str, ...]) -> tuple[tuple[int, ...], int | None]:
        """Return where the first name of a path is to be looked for.

        Returns:
            The slots of items to ask first, innermost first, and the slot of the variable that
            has the name; None where the scope is to be asked.
        """
        items: list[int] = []
        for variable in reversed(self._variables):
            if isinstance(variable, Item):
                items.append(variable.slot)
                if path[0] == "item":
                    return tuple(items), variable.slot
            elif variable.name == path[0]:
                self.used.add(variable.slot)
                return tuple(items), variable.slot
        self.names.add(path)
        if items:
            self.item_names.add(path)
        return tuple(items), None


#: Makes the closure of one type of node.
Binder: TypeAlias = Callable[[Resolver, Node], Run]
