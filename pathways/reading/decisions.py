"""Every expression of a decision and of all that it requires: whether what it names exists."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pathways.feel import Expression, UnaryTests, parse_template
from pathways.model import boxed
from pathways.model.boxed import Boxed, boxes_in
from pathways.model.decision import Decision, Requirements
from pathways.model.decision_table import DecisionTable
from pathways.model.finding import Finding
from pathways.reading.addresses import Addresses
from pathways.reading.expressions import Names, Place, check_names, read_names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What one place of a decision names, and what is known there alone."""

    words: str
    element: str | None
    line: int | None
    names: Names
    alone: Collection[str]


def check_decision(root: Decision, addresses: Addresses) -> Iterator[Finding]:
    """Yield the names in a decision that nothing is called: in columns, cells, boxes, reasons."""
    for name, read in _everything(root):
        place = Place(
            words=f"“{name}”, {read.words}" if read.words else f"“{name}”",
            file=f"decisions/{root.id}.dmn",
            element=read.element,
            line=read.line,
        )
        yield from check_names(read.names, place, addresses, alone=read.alone)


def _everything(root: Decision) -> Iterator[tuple[str, _Read]]:
    seen: dict[str, None] = {}
    for decision in root.whole():
        for model in decision.requires.whole_knowledge(seen):
            known = {*_required(model.requires), model.name}
            for read in _logic(model.function, model.id, known):
                yield model.name, read
        known = {*_required(decision.requires)}
        for read in _logic(decision.logic, decision.id, known):
            yield decision.name, read
        if decision.because:
            outputs = {output.name for output in decision.outputs}
            names = read_names(parse_template(decision.because, decision.names))
            yield (
                decision.name,
                _Read(
                    words="description",
                    element=decision.id,
                    line=None,
                    names=names,
                    alone=known | outputs,
                ),
            )


def _required(requires: Requirements) -> Iterator[str]:
    """Yield what is known because it is required; input data are names of the pathway itself."""
    yield from (each.variable for each in requires.decisions)
    yield from (each.name for each in requires.knowledge)
    yield from (each.name for each in requires.services)


def _logic(logic: Boxed, element: str, known: Collection[str]) -> Iterator[_Read]:
    boxes = list(boxes_in(logic))
    alone = {*known, *(name for box in boxes for name in _made(box))}
    for box in boxes:
        if isinstance(box, DecisionTable):
            yield from _table(box, alone)
        for expression in _expressions(box):
            names = read_names(expression)
            yield _Read(words="", element=element, line=None, names=names, alone=alone)


def _made(box: Boxed) -> Iterator[str]:
    """Yield the names that a box makes for what stands in it."""
    match box:
        case boxed.Context(entries=entries):
            yield from (entry.name for entry in entries)
        case boxed.Function(parameters=parameters):
            yield from (each.name for each in parameters)
        case boxed.Iteration(variable=variable):
            yield from (variable, "partial")
        case boxed.Filter():
            yield "item"


def _expressions(box: Boxed) -> Iterator[Expression]:
    match box:
        case boxed.Literal(expression=Expression() as expression):
            yield expression
        case boxed.Invocation(of=of):
            yield of


def _table(table: DecisionTable, alone: Collection[str]) -> Iterator[_Read]:
    outputs = {output.name for output in table.outputs}
    for words, element, line, names in _names_in_table(table):
        inside = {*alone, *outputs} if words.endswith("because") else alone
        yield _Read(words=words, element=element, line=line, names=names, alone=inside)


def _names_in_table(table: DecisionTable) -> Iterator[tuple[str, str, int | None, Names]]:
    for column in table.inputs:
        yield f"column “{column.label}”", table.id, None, read_names(column.expression)
    allowed = [(each.label, each.allowed) for each in table.inputs]
    allowed += [(each.label, each.allowed) for each in table.outputs]
    for label, tests in allowed:
        if tests is not None:
            yield f"column “{label}”, allowed values", table.id, None, read_names(tests)
    labels = [label for label, _ in allowed]
    for rule in table.rules:
        for label, cell in zip(labels, (*rule.conditions, *rule.conclusions), strict=True):
            words = f"rule {rule.number}, column “{label}”"
            yield words, rule.id, rule.line, _names(cell)
        because = read_names(parse_template(rule.because, table.names))
        yield f"rule {rule.number}, because", rule.id, rule.line, because
    if table.otherwise is not None:
        for label, cell in zip(
            labels[len(table.inputs) :], table.otherwise.conclusions, strict=True
        ):
            yield f"column “{label}”, default", table.id, None, _names(cell)
        because = read_names(parse_template(table.otherwise.because, table.names))
        yield "default, because", table.id, None, because


def _names(cell: Expression | UnaryTests | None) -> Names:
    return () if cell is None else read_names(cell)
