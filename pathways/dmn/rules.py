"""The rules of a table: each with its cells, its number, and the reason that people will read."""

from collections import Counter

from lxml.etree import _Element as Element

from pathways.dmn.cells import check_template, read_expression, read_tests
from pathways.dmn.columns import Answered, Columns
from pathways.dmn.names import attribute, child, children, text_in, text_of
from pathways.dmn.notes import Notes, Place
from pathways.dmn.types import constant, fits_allowed, fits_type
from pathways.feel import Expression, Refused, UnaryTests
from pathways.model.decision import Rule


def read_rules(table: Element, columns: Columns, notes: Notes) -> tuple[Rule, ...]:
    """Return the rules of a decision table, in its order, without those that cannot be read."""
    rows = list(children(table, "rule"))
    if not rows:
        notes.add("no_rules", "the table has no rule. Add one.", Place().at(table))
    ids = [attribute(row, "id") or f"rule_{number}" for number, row in enumerate(rows, start=1)]
    for twin in [each for each, count in Counter(ids).items() if count > 1]:
        message = f"two rules have the id “{twin}”. Give each its own id."
        notes.add("same_rule_twice", message, Place(element=twin).at(table))
    read = (
        _read_rule(row, Place(words=f"rule {number}", element=each).at(row), columns, notes)
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


_Cells = tuple[tuple[UnaryTests, ...], tuple[Expression, ...], str]


def _read_rule(row: Element, place: Place, columns: Columns, notes: Notes) -> _Cells | None:
    because = _because(row, columns.because, notes, place)
    asked = list(children(row, "inputEntry"))
    answered = list(children(row, "outputEntry"))
    wanted = (len(columns.inputs), len(columns.outputs))
    if (len(asked), len(answered)) != wanted:
        notes.add("wrong_cell_count", _count_message(asked, answered, wanted), place)
        return None
    conditions = [
        read_tests(cell, notes, _in_column(place, label, cell))
        for label, cell in zip(columns.input_labels, asked, strict=True)
    ]
    conclusions = [
        _conclusion(cell, column, notes, _in_column(place, column.output.label, cell))
        for column, cell in zip(columns.outputs, answered, strict=True)
    ]
    return (
        tuple(each for each in conditions if each is not None),
        tuple(each for each in conclusions if each is not None),
        because,
    )


def _count_message(asked: list[Element], answered: list[Element], wanted: tuple[int, int]) -> str:
    return (
        f"it has {len(asked)} conditions and {len(answered)} answers, and the table has "
        f"{wanted[0]} input and {wanted[1]} output columns. "
        "Give it one cell for each column; “-” where the input does not matter."
    )


def _conclusion(cell: Element, column: Answered, notes: Notes, place: Place) -> Expression | None:
    expression = read_expression(cell, notes, place)
    if expression is None:
        return None
    try:
        known = constant(expression)
    except Refused as refused:
        notes.add("too_costly", f"{refused} Write a simpler expression.", place)
        return None
    if known is not None and not fits_type(known[0], column.type_ref):
        notes.add(
            "wrong_type",
            f"“{expression.text}” is not of the column's type {column.type_ref}. "
            "Change the cell (text stands in quotation marks), or the column's type.",
            place,
        )
    allowed = column.output.allowed
    if known is not None and allowed is not None and not fits_allowed(known[0], allowed):
        notes.add(
            "value_not_allowed",
            f"“{expression.text}” is not among the column's allowed values ({allowed.text}). "
            "Change the cell, or add the value to those allowed.",
            place,
        )
    return expression


def _because(row: Element, column: int | None, notes: Notes, place: Place) -> str:
    entries = [text_in(entry) for entry in children(row, "annotationEntry")]
    if column is None:
        written = next(filter(None, entries), "")
    else:
        written = entries[column] if column < len(entries) else ""
    because = " ".join((written or text_of(child(row, "description"))).split())
    if because:
        check_template(because, notes, place)
    else:
        notes.add(
            "rule_without_because",
            "it does not say why. Write the reason, as the family will read it, "
            "into the annotation “because” of this rule.",
            place,
        )
    return because


def _in_column(place: Place, label: str, cell: Element) -> Place:
    return Place(words=f"{place.words}, column “{label}”", element=place.element).at(cell)
