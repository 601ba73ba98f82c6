"""Read what a decision is made of: a table, or any other boxed expression."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from lxml.etree import _Element as Element

from pathways.dmn.cells import MOST_OF_A_BOX, read_expression
from pathways.dmn.columns import read_columns
from pathways.dmn.item_types import type_of
from pathways.dmn.names import LOGIC, attribute, child, children, local
from pathways.dmn.notes import Place
from pathways.dmn.policy import note_what_cannot_be_added, ranked, read_aggregator, read_hit_policy
from pathways.dmn.rules import read_otherwise, read_rules
from pathways.dmn.source import Source
from pathways.feel import Expression
from pathways.model import boxed
from pathways.model.boxed import Boxed, Literal
from pathways.model.decision_table import DecisionTable
from pathways.model.item_type import ItemType

#: How deep boxes may stand in one another.
_DEEPEST = 20
_NOTHING = Literal(expression=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a box stands, and what is called by it."""

    #: The decision's or the knowledge model's id and name.
    id: str
    name: str
    #: What a single output of a table is called where it has no name.
    only_output: str
    place: Place
    depth: int = 0


def read_logic(element: Element, source: Source, box: Box) -> Boxed:
    """Return the boxed expression that stands in an element; null after a finding."""
    logic = next(children(element, *LOGIC), None)
    if logic is None:
        message = "nothing says how it is decided. Draw a decision table for it."
        source.notes.add("not_a_table", message, box.place.at(element))
        return _NOTHING
    if box.depth > _DEEPEST:
        message = f"boxes stand more than {_DEEPEST} deep in one another. Make decisions of them."
        source.notes.add("too_deep", message, box.place.at(logic))
        return _NOTHING
    inner = replace(box, depth=box.depth + 1, place=box.place.at(logic))
    return _READERS[local(logic)](logic, source, inner)


def read_function(element: Element, source: Source, box: Box) -> boxed.Function:
    """Return a function: the formal parameters of an element, and what stands in it."""
    kind = attribute(element, "kind")
    if kind not in {"", "FEEL"}:
        message = f"its logic is written in {kind}, which is never run. Write it in FEEL."
        source.notes.add("not_run", message, box.place.at(element))
        return boxed.Function(parameters=(), body=_NOTHING)
    parameters = tuple(
        boxed.Parameter(name=attribute(each, "name"), type=_type(each, source))
        for each in children(element, "formalParameter")
    )
    inside = source.knowing(each.name for each in parameters)
    return boxed.Function(
        parameters=parameters,
        body=read_logic(element, inside, box),
        type=_type(element, source),
    )


def _type(element: Element, source: Source) -> ItemType | None:
    return type_of(attribute(element, "typeRef"), source.types)


def _table(element: Element, source: Source, box: Box) -> Boxed:
    columns = read_columns(element, source, only_output=box.only_output)
    table_id = attribute(element, "id") or box.id
    place = Place(element=table_id).at(element)
    rules = read_rules(element, columns, source)
    aggregator = read_aggregator(element, columns, source.notes, place)
    note_what_cannot_be_added(aggregator, rules, columns, source.notes)
    policy = read_hit_policy(element, source.notes, place)
    return DecisionTable(
        id=box.id if box.depth == 1 else table_id,
        name=box.name,
        hit_policy=policy,
        aggregator=aggregator,
        inputs=tuple(filter(None, columns.inputs)),
        outputs=ranked(columns, policy, source.notes, place),
        rules=rules,
        otherwise=read_otherwise(columns),
        names=source.names,
    )


def _expression(element: Element | None, source: Source, box: Box) -> Expression | None:
    return read_expression(
        element, source.notes, box.place, names=source.names, longest=MOST_OF_A_BOX
    )


def _literal(element: Element, source: Source, box: Box) -> Boxed:
    return Literal(expression=_expression(element, source, box), type=_type(element, source))


def _context(element: Element, source: Source, box: Box) -> Boxed:
    entries: list[boxed.Entry] = []
    result: Boxed | None = None
    for entry in children(element, "contextEntry"):
        variable = child(entry, "variable")
        if variable is None:
            result = read_logic(entry, source, box)
            continue
        name = attribute(variable, "name")
        inner = replace(box, place=replace(box.place, words=f"entry “{name}”"))
        logic = read_logic(entry, source, inner)
        entries.append(boxed.Entry(name=name, type=_type(variable, source), logic=logic))
        source = source.knowing([name])
    return boxed.Context(entries=tuple(entries), result=result)


def _invocation(element: Element, source: Source, box: Box) -> Boxed:
    of = _expression(child(element, "literalExpression"), source, box)
    bindings: list[tuple[str, Boxed]] = []
    for binding in children(element, "binding"):
        parameter = child(binding, "parameter")
        name = "" if parameter is None else attribute(parameter, "name")
        empty = next(children(binding, *LOGIC), None) is None
        bindings.append((name, _NOTHING if empty else read_logic(binding, source, box)))
    return _NOTHING if of is None else boxed.Invocation(of=of, bindings=tuple(bindings))


def _list(element: Element, source: Source, box: Box) -> Boxed:
    return boxed.ListOf(items=_each(children(element, *LOGIC), source, box))


def _relation(element: Element, source: Source, box: Box) -> Boxed:
    columns = tuple(attribute(each, "name") for each in children(element, "column"))
    rows = tuple(_each(children(row, *LOGIC), source, box) for row in children(element, "row"))
    if any(len(row) != len(columns) for row in rows):
        message = (
            f"a row has more or fewer cells than the {len(columns)} columns. Give each its own."
        )
        source.notes.add("wrong_cell_count", message, box.place)
        rows = ()
    return boxed.Relation(columns=columns, rows=rows)


def _each(elements: Iterable[Element], source: Source, box: Box) -> tuple[Boxed, ...]:
    return tuple(
        _READERS[local(each)](
            each, source, replace(box, depth=box.depth + 1, place=box.place.at(each))
        )
        for each in elements
        if not _too_deep(each, source, box)
    )


def _too_deep(element: Element, source: Source, box: Box) -> bool:
    if box.depth <= _DEEPEST:
        return False
    message = f"boxes stand more than {_DEEPEST} deep in one another. Make decisions of them."
    source.notes.add("too_deep", message, box.place.at(element))
    return True


def _conditional(element: Element, source: Source, box: Box) -> Boxed:
    condition, then, otherwise = (
        _part(element, name, source, box) for name in ("if", "then", "else")
    )
    return boxed.Conditional(condition=condition, then=then, otherwise=otherwise)


def _filter(element: Element, source: Source, box: Box) -> Boxed:
    of = _part(element, "in", source, box)
    return boxed.Filter(of=of, condition=_part(element, "match", source.knowing(["item"]), box))


def _iteration(element: Element, source: Source, box: Box) -> Boxed:
    kind, variable = local(element), attribute(element, "iteratorVariable")
    body = "return" if kind == "for" else "satisfies"
    inside = source.knowing([variable, "partial"])
    return boxed.Iteration(
        kind=kind,
        variable=variable,
        over=_part(element, "in", source, box),
        body=_part(element, body, inside, box),
    )


def _part(element: Element, name: str, source: Source, box: Box) -> Boxed:
    part = child(element, name)
    if part is not None:
        return read_logic(part, source, box)
    message = f"a part of it, “{name}”, is missing. Draw it, or take all of it away."
    source.notes.add("empty_cell", message, box.place)
    return _NOTHING


_Reader: TypeAlias = Callable[[Element, Source, Box], Boxed]
_READERS: Mapping[str, _Reader] = {
    "decisionTable": _table,
    "literalExpression": _literal,
    "context": _context,
    "invocation": _invocation,
    "list": _list,
    "relation": _relation,
    "functionDefinition": read_function,
    "conditional": _conditional,
    "filter": _filter,
    "for": _iteration,
    "some": _iteration,
    "every": _iteration,
}
