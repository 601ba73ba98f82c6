"""The rules of a table: each with its cells, its number, and the reason that people will read."""

from collections import Counter

from lxml.etree import _Element as Element

from pathways.dmn.cells import read_expression, read_reason, read_tests
from pathways.dmn.columns import Columns
from pathways.dmn.conformance import MISFIT, fitted
from pathways.dmn.constants import ANY_MOMENT, constant
from pathways.dmn.item_types import without_allowed
from pathways.dmn.names import attribute, child, children, text_of
from pathways.dmn.notes import Notes, Place
from pathways.dmn.source import Source
from pathways.feel import Expression, Meter, Refused, UnaryTests, Value
from pathways.model.decision_table import Otherwise, Output, Rule


def read_rules(table: Element, columns: Columns, source: Source) -> tuple[Rule, ...]:
    """Return the rules of a decision table, in its order, without those that cannot be read."""
    notes = source.notes
    rows = list(children(table, "rule"))
    if not rows:
        notes.add("no_rules", "the table has no rule. Add one.", Place().at(table))
    ids = [attribute(row, "id") or f"rule_{number}" for number, row in enumerate(rows, start=1)]
    for twin in [each for each, count in Counter(ids).items() if count > 1]:
        message = f"two rules have the id “{twin}”. Give each its own id."
        notes.add_for_cases("same_rule_twice", message, Place(element=twin).at(table))
    read = (
        _read_rule(row, Place(words=f"rule {number}", element=each).at(row), columns, source)
        for number, (each, row) in enumerate(zip(ids, rows, strict=True), start=1)
    )
    return tuple(
        Rule(
            id=rule_id,
            number=number,
            conditions=cells[0],
            conclusions=cells[1],
            because=cells[2],
            line=row.sourceline,
        )
        for number, (rule_id, row, cells) in enumerate(zip(ids, rows, read, strict=True), start=1)
        if cells is not None
    )


def read_otherwise(columns: Columns) -> Otherwise | None:
    """Return what a table answers where no rule fits; None where it says nothing about that."""
    if all(column.default is None for column in columns.outputs):
        return None
    return Otherwise(
        conclusions=tuple(column.default for column in columns.outputs),
        because=" ".join(dict.fromkeys(filter(None, (each.because for each in columns.outputs)))),
    )


_Cells = tuple[tuple[UnaryTests, ...], tuple[Expression | None, ...], str]


def _read_rule(row: Element, place: Place, columns: Columns, source: Source) -> _Cells | None:
    because = _because(row, columns.because, source, place)
    asked = list(children(row, "inputEntry"))
    answered = list(children(row, "outputEntry"))
    wanted = (len(columns.inputs), len(columns.outputs))
    if (len(asked), len(answered)) != wanted:
        source.notes.add("wrong_cell_count", _count_message(asked, answered, wanted), place)
        return None
    conditions = [
        read_tests(cell, source.notes, _in_column(place, label, cell), names=source.names)
        for label, cell in zip(columns.input_labels, asked, strict=True)
    ]
    conclusions = [
        _conclusion(cell, column.output, source, _in_column(place, column.output.label, cell))
        for column, cell in zip(columns.outputs, answered, strict=True)
    ]
    return (
        tuple(each for each in conditions if each is not None),
        tuple(conclusions),
        because,
    )


def _count_message(asked: list[Element], answered: list[Element], wanted: tuple[int, int]) -> str:
    return (
        f"it has {len(asked)} conditions and {len(answered)} answers, and the table has "
        f"{wanted[0]} input and {wanted[1]} output columns. "
        "Give it one cell for each column; “-” where the input does not matter."
    )


def _conclusion(cell: Element, output: Output, source: Source, place: Place) -> Expression | None:
    expression = read_expression(cell, source.notes, place, names=source.names)
    if expression is None:
        return None
    try:
        known = constant(expression)
    except Refused as refused:
        source.notes.add("too_costly", f"{refused} Write a simpler expression.", place)
        return None
    if known is not None and output.type is not None:
        _note_misfit(expression, known[0], output, source.notes, place)
    return expression


def _note_misfit(
    expression: Expression, known: Value, output: Output, notes: Notes, place: Place
) -> None:
    kind, allowed = without_allowed(output.type), output.allowed
    if kind is not None and fitted(known, kind, now=ANY_MOMENT, meter=Meter()) is MISFIT:
        notes.add_for_cases(
            "wrong_type",
            f"“{expression.text}” is not of the column's type {kind.name}. "
            "Change the cell (text stands in quotation marks), or the column's type.",
            place,
        )
    elif allowed is not None and not _is_allowed(known, allowed):
        notes.add_for_cases(
            "value_not_allowed",
            f"“{expression.text}” is not among the column's allowed values ({allowed.text}). "
            "Change the cell, or add the value to those allowed.",
            place,
        )


def _is_allowed(value: Value, allowed: UnaryTests) -> bool:
    """Whether a value is among those allowed; of a list, each part."""
    if allowed.any or allowed.names:
        return True
    parts = value if isinstance(value, tuple) else (value,)
    return all(allowed.test(part, {}, now=ANY_MOMENT) for part in parts)


def _because(row: Element, column: int | None, source: Source, place: Place) -> str:
    entries = [child(entry, "text") for entry in children(row, "annotationEntry")]
    if column is None:
        written = next(filter(text_of, entries), None)
    else:
        written = entries[column] if column < len(entries) else None
    said = written if text_of(written) else child(row, "description")
    because = read_reason(said, source.notes, place, names=source.names)
    if not because:
        source.notes.add_for_cases(
            "rule_without_because",
            "it does not say why. Write the reason, as the family will read it, "
            "into the annotation “because” of this rule.",
            place,
        )
    return because


def _in_column(place: Place, label: str, cell: Element) -> Place:
    return Place(words=f"{place.words}, column “{label}”", element=place.element).at(cell)
