"""What stands in a cell: parsed once, when the table is read, or noted as a finding."""

from lxml.etree import _Element as Element

from pathways.dmn.names import attribute, child, text_in, text_of
from pathways.dmn.notes import Notes, Place
from pathways.feel import (
    Expression,
    NotFeel,
    UnaryTests,
    parse,
    parse_template,
    parse_unary_tests,
)

#: Characters in a cell that answers; `parse_unary_tests` has the same bound of its own.
MOST_CHARACTERS = 500
#: Characters in an expression that is a box of its own.
MOST_OF_A_BOX = 2_000
_NO_NAMES: frozenset[str] = frozenset()
#: Characters of a cell that a message repeats.
_SHOWN = 80


def read_tests(
    cell: Element | None, notes: Notes, place: Place, *, names: frozenset[str] = _NO_NAMES
) -> UnaryTests | None:
    """Return the tests in a condition cell; an empty cell fits anything. None after a finding."""
    place = _line_of_text(cell, place)
    if not _is_feel(cell, notes, place):
        return None
    text = text_in(cell)
    try:
        return parse_unary_tests(text, names)
    except NotFeel as broken:
        note_not_feel(broken, text, notes, place)
        return None


def read_expression(
    cell: Element | None,
    notes: Notes,
    place: Place,
    *,
    names: frozenset[str] = _NO_NAMES,
    longest: int = MOST_CHARACTERS,
) -> Expression | None:
    """Return the expression in a cell or box; None where it is empty, or after a finding.

    Args:
        cell: The element with the text.
        notes: Where findings go.
        place: Where it stands.
        names: Names of several words, and functions, that it may use.
        longest: Characters that are read.
    """
    place = _line_of_text(cell, place)
    text = text_in(cell)
    if not _is_feel(cell, notes, place):
        return None
    if not text:
        message = "nothing is written here. Write an expression, or null if it has no value."
        notes.add_for_cases("empty_cell", message, place)
        return None
    if len(text) > longest:
        message = (
            f"the text has {len(text):,} characters, at most {longest:,} are read. Shorten it."
        )
        notes.add("cell_too_long", message, place)
        return None
    try:
        return parse(text, names)
    except NotFeel as broken:
        note_not_feel(broken, text, notes, place)
        return None


def read_reason(
    element: Element | None,
    notes: Notes,
    place: Place,
    *,
    names: frozenset[str] = _NO_NAMES,
) -> str:
    """Return the reason that an element says, on one line; empty where it says none.

    What its `{places}` say must be readable in a decision about people. Elsewhere such a text is a
    remark like any other, and its braces are braces.
    """
    text = " ".join(text_of(element).split())
    try:
        parse_template(text, names)
    except NotFeel as broken:
        if notes.for_cases:
            note_not_feel(broken, text, notes, place)
        return text.replace("{", "{{").replace("}", "}}")
    return text


def note_not_feel(broken: NotFeel, text: str, notes: Notes, place: Place) -> None:
    """Write down that a text cannot be read: its line in the file, its column in the text."""
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    line = None if place.line is None else place.line + broken.line - 1
    notes.add(
        "not_feel",
        f"“{shown}” cannot be read at character {broken.column}"
        + (f" of its line {broken.line}" if broken.line > 1 else "")
        + f": {broken.problem}",
        Place(words=place.words, element=place.element, line=line),
        column=broken.column,
    )


def is_feel(language: str) -> bool:
    """Whether an expression language is FEEL, by any of its addresses, or not said at all."""
    return (
        not language
        or language.rstrip("/").lower().rpartition("/")[2] == "feel"
        or ("/spec/FEEL/" in language)
    )


def _is_feel(cell: Element | None, notes: Notes, place: Place) -> bool:
    language = "" if cell is None else attribute(cell, "expressionLanguage")
    if is_feel(language):
        return True
    notes.add(
        "not_feel",
        f"this is written in “{language}”, and only FEEL is read. "
        "Write it in FEEL and take the attribute expressionLanguage away.",
        place,
    )
    return False


def _line_of_text(cell: Element | None, place: Place) -> Place:
    if cell is None:
        return place
    text = child(cell, "text")
    return place.at(cell if text is None or not text_of(text) else text)
