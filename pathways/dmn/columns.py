"""The columns of a table: what is looked at, what is answered, and where the reasons stand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pathways.dmn.cells import read_expression, read_tests
from pathways.dmn.names import attribute, child, children, text_in
from pathways.dmn.notes import Notes, Place
from pathways.dmn.types import NamedType
from pathways.feel import UnaryTests
from pathways.model.decision import Input, Output

_BECAUSE = "because"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A column that is answered, with the type that the file gives it; may be empty."""

    output: Output
    type_ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All columns of a table, in its order. A column that cannot be read is None, and noted."""

    inputs: tuple[Input | None, ...]
    #: One for each column of `inputs`, for messages.
    input_labels: tuple[str, ...]
    outputs: tuple[Answered, ...]
    #: Which annotation is the reason, counted from 0; None where no column is called “because”.
    because: int | None


def read_columns(
    table: Element, types: Mapping[str, NamedType], notes: Notes, *, only_output: str
) -> Columns:
    """Return the columns of a decision table; what is wrong with them goes to the notes.

    Args:
        table: The `decisionTable` element.
        types: The types that the file defines.
        notes: Where findings go.
        only_output: What a single output is called where the table gives it no name.
    """
    inputs = list(children(table, "input"))
    labels = _labels(inputs)
    outputs = list(children(table, "output"))
    if not outputs:
        notes.add(
            "no_output", "the table answers nothing. Add an output column.", Place().at(table)
        )
    columns = Columns(
        inputs=tuple(
            _read_input(element, label, types, notes)
            for element, label in zip(inputs, labels, strict=True)
        ),
        input_labels=labels,
        outputs=tuple(
            _read_output(element, _output_name(element, len(outputs), only_output), types, notes)
            for element in outputs
        ),
        because=_because_column(table),
    )
    _note_twins(columns, notes, Place(element=attribute(table, "id") or None).at(table))
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


def _read_input(
    element: Element, label: str, types: Mapping[str, NamedType], notes: Notes
) -> Input | None:
    place = _place(element, label)
    asked = child(element, "inputExpression")
    expression = read_expression(asked, notes, place)
    type_ref = "" if asked is None else attribute(asked, "typeRef")
    allowed = _read_allowed(element, "inputValues", types.get(type_ref), notes)
    return (
        None if expression is None else Input(label=label, expression=expression, allowed=allowed)
    )


def _read_output(
    element: Element, name: str, types: Mapping[str, NamedType], notes: Notes
) -> Answered:
    label = attribute(element, "label") or name
    place = _place(element, label)
    if not name:
        notes.add(
            "output_without_name",
            "this column has no name, so nothing can refer to its answer. Give it a name.",
            place,
        )
    if child(element, "defaultOutputEntry") is not None:
        notes.add(
            "default_output",
            "this column has a default answer, which would come without a reason. "
            "Take it away, and add a last rule with its own “because” instead.",
            place,
        )
    type_ref = attribute(element, "typeRef")
    named = types.get(type_ref)
    allowed = _read_allowed(element, "outputValues", named, notes)
    return Answered(
        output=Output(name=name, label=label, allowed=allowed),
        type_ref=named.base if named else type_ref,
    )


def _read_allowed(
    element: Element, which: str, named: NamedType | None, notes: Notes
) -> UnaryTests | None:
    values = child(element, which)
    if values is None or not text_in(values):
        values = named.allowed if named else None
    if values is None or not text_in(values):
        return None
    return read_tests(values, notes, _place(element, attribute(element, "label"), "allowed values"))


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
