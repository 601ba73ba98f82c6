"""Boxed expressions: what a decision can be made of, as DMN draws it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pathways.feel import Expression
from pathways.model.decision_table import DecisionTable
from pathways.model.item_type import ItemType


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """A single expression; None is an empty one, which is null."""

    expression: Expression | None
    type: ItemType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a boxed context."""

    name: str
    type: ItemType | None
    logic: "Boxed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Named entries, each of which sees those above it; the result, or all of them."""

    entries: tuple[Entry, ...]
    result: "Boxed | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """A function called, with each argument in a box of its own."""

    of: Expression
    #: Parameter -> argument.
    bindings: tuple[tuple[str, "Boxed"], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """Boxes, one below the other."""

    items: tuple["Boxed", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table of values: a list of contexts of the same entries."""

    columns: tuple[str, ...]
    rows: tuple[tuple["Boxed", ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a function is called with."""

    name: str
    type: ItemType | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function of its parameters."""

    parameters: tuple[Parameter, ...]
    body: "Boxed"
    #: What it returns, where that is said.
    type: ItemType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional:
    """One box or another."""

    condition: "Boxed"
    then: "Boxed"
    otherwise: "Boxed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Some items of a list."""

    of: "Boxed"
    condition: "Boxed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Iteration:
    """Something for each item of a list: `for`, `some` or `every`."""

    kind: str
    variable: str
    over: "Boxed"
    body: "Boxed"


Boxed: TypeAlias = (
    DecisionTable
    | Literal
    | Context
    | Invocation
    | ListOf
    | Relation
    | Function
    | Conditional
    | Filter
    | Iteration
)


def boxes_in(logic: Boxed) -> Iterator[Boxed]:
    """Yield a boxed expression and all that stand in it, in the order in which they are read."""
    yield logic
    for inner in _inside(logic):
        yield from boxes_in(inner)


def _inside(logic: Boxed) -> tuple[Boxed, ...]:
    found = _INSIDE.get(type(logic))
    return () if found is None else found(logic)


def _in_context(logic: Context) -> tuple[Boxed, ...]:
    entries = tuple(entry.logic for entry in logic.entries)
    return entries if logic.result is None else (*entries, logic.result)


_INSIDE: Mapping[type, Callable[[Any], tuple[Boxed, ...]]] = {
    Context: _in_context,
    Invocation: lambda logic: tuple(each for _, each in logic.bindings),
    ListOf: lambda logic: logic.items,
    Relation: lambda logic: tuple(cell for row in logic.rows for cell in row),
    Function: lambda logic: (logic.body,),
    Conditional: lambda logic: (logic.condition, logic.then, logic.otherwise),
    Filter: lambda logic: (logic.of, logic.condition),
    Iteration: lambda logic: (logic.over, logic.body),
}
