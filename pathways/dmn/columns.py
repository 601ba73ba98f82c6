"""The columns of a table: what is looked at, what is answered, and where the reasons stand."""

from collections import Counter
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pathways.dmn.cells import read_expression, read_reason, read_tests
from pathways.dmn.item_types import allowed_by, type_of, with_allowed, without_allowed
from pathways.dmn.names import attribute, child, children, text_in
from pathways.dmn.notes import Notes, Place
from pathways.dmn.source import Source
from pathways.feel import Expression, UnaryTests
from pathways.model.decision_table import Input, Output
from pathways.model.item_type import ItemType

_BECAUSE = "because"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A column that is answered, with what it answers where no rule fits."""

    output: Output
    #: None where the column has no default.
    default: Expression | None
    #: Why the default is answered; empty where that is not said.
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All columns of a table, in its order. A column that cannot be read is None, and noted."""

    inputs: tuple[Input | None, ...]
    #: One for each column of `inputs`, for messages.
    input_labels: tuple[str, ...]
    outputs: tuple[Answered, ...]
    #: Which annotation is the reason, counted from 0; None where no column is called “because”.
    because: int | None


def read_columns(table: Element, source: Source, *, only_output: str) -> Columns:
    """Return the columns of a decision table; what is wrong with them goes to the notes.

    Args:
        table: The `decisionTable` element.
        source: What is known where it stands.
        only_output: What a single output is called where the table gives it no name.
    """
    inputs = list(children(table, "input"))
    labels = _labels(inputs)
    outputs = list(children(table, "output"))
    if not outputs:
        message = "the table answers nothing. Add an output column."
        source.notes.add("no_output", message, Place().at(table))
    columns = Columns(
        inputs=tuple(
            _read_input(element, label, source)
            for element, label in zip(inputs, labels, strict=True)
        ),
        input_labels=labels,
        outputs=tuple(
            _read_output(element, _output_name(element, len(outputs), only_output), source)
            for element in outputs
        ),
        because=_because_column(table),
    )
    place = Place(element=attribute(table, "id") or None).at(table)
    _note_twins(columns, source.notes, place)
    return columns


def _labels(inputs: list[Element]) -> tuple[str, ...]:
    texts = [" ".join(text_in(child(each, "inputExpression")).split()) for each in inputs]
    labels = [
        attribute(each, "label") or attribute(each, "name") or text
        for each, text in zip(inputs, texts, strict=True)
    ]
    seen = Counter(labels)
    return tuple(
        label if seen[label] == 1 or label == text else f"{label} ({text})"
        for label, text in zip(labels, texts, strict=True)
    )


def _read_input(element: Element, label: str, source: Source) -> Input | None:
    place = _place(element, label)
    asked = child(element, "inputExpression")
    if asked is None or not text_in(asked):
        message = "nothing is looked at here. Write an expression, such as the name of an answer."
        source.notes.add("empty_cell", message, place)
        return None
    expression = read_expression(asked, source.notes, place, names=source.names)
    kind = type_of(attribute(asked, "typeRef"), source.types)
    allowed = _read_allowed(element, "inputValues", kind, source)
    if expression is None:
        return None
    return Input(
        label=label,
        expression=expression,
        type=without_allowed(kind),
        allowed=allowed,
        allowed_by_type=not text_in(child(element, "inputValues")),
    )


def _read_output(element: Element, name: str, source: Source) -> Answered:
    label = attribute(element, "label") or name
    place = _place(element, label)
    if not name:
        source.notes.add(
            "output_without_name",
            "this column has no name, so nothing can refer to its answer. Give it a name.",
            place,
        )
    kind = type_of(attribute(element, "typeRef"), source.types)
    allowed = _read_allowed(element, "outputValues", kind, source)
    default = child(element, "defaultOutputEntry")
    because = "" if default is None else _because_of(default, source, place)
    read = None
    if default is not None:
        read = read_expression(default, source.notes, place, names=source.names)
    output = Output(name=name, label=label, type=with_allowed(kind, allowed), allowed=allowed)
    return Answered(output=output, default=read, because=because)


def _because_of(default: Element, source: Source, place: Place) -> str:
    said = child(default, "description")
    because = read_reason(said, source.notes, place, names=source.names)
    if not because:
        source.notes.add_for_cases(
            "default_output",
            "this column has a default answer without a reason. Write the reason into the "
            "description of the default, or add a last rule with its own “because” instead.",
            place,
        )
    return because


def _read_allowed(
    element: Element, which: str, kind: ItemType | None, source: Source
) -> UnaryTests | None:
    values = child(element, which)
    if values is None or not text_in(values):
        return allowed_by(kind)
    place = _place(element, attribute(element, "label"), "allowed values")
    return read_tests(values, source.notes, place, names=source.names)


def _output_name(element: Element, count: int, only_output: str) -> str:
    return attribute(element, "name") or (only_output if count == 1 else "")


def _because_column(table: Element) -> int | None:
    names = [attribute(each, "name").casefold() for each in children(table, "annotation")]
    return names.index(_BECAUSE) if _BECAUSE in names else None


def _note_twins(columns: Columns, notes: Notes, place: Place) -> None:
    names = Counter(answered.output.name for answered in columns.outputs)
    labels = Counter(columns.input_labels)
    for twin in [name for name, count in (labels + names).items() if name and count > 1]:
        if names[twin] > 1 or labels[twin] > 1:
            notes.add(
                "same_column_twice",
                f"two columns are called “{twin}”. Give each its own name, or take one away.",
                place,
            )


def _place(element: Element, label: str, part: str = "") -> Place:
    words = f"column “{label}”" if label else "a column without a label"
    return Place(
        words=f"{words}, {part}" if part else words, element=attribute(element, "id") or None
    ).at(element)
