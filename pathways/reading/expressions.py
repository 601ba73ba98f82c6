"""Every expression of a pathway: whether it can be read, and whether all that it names exists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pathways.feel import Expression, NotFeel, Template, UnaryTests, parse
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding
from pathways.model.form import Form
from pathways.model.letter import Letter
from pathways.model.spoken import sentence, shortened
from pathways.reading.addresses import Addresses
from pathways.reading.folder import DRAWING
from pathways.reading.spoken import said, said_flow

Names = Iterable[tuple[str, ...]]
_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an expression stands: in people's words, and by file, id and line."""

    words: str
    file: str
    element: str | None
    line: int | None = None


def check_flows(drawing: Drawing, addresses: Addresses) -> Iterator[Finding]:
    """Yield what is wrong with the conditions on arrows."""
    for flow in drawing.flows.values():
        if flow.condition is not None:
            place = Place(
                words=said_flow(flow, drawing), file=DRAWING, element=flow.id, line=flow.line
            )
            yield from _check_text(flow.condition, place, addresses)


def check_values(drawing: Drawing, addresses: Addresses) -> Iterator[Finding]:
    """Yield what is wrong with the values of steps and events, and with what messages are about."""
    for node in drawing.nodes.values():
        texts = {f"value “{shortened(value.name)}”": value.source for value in node.values}
        for words, text in {**texts, "about": node.extensions.get("about", "")}.items():
            if text:
                place = Place(
                    words=f"{said(node)}, {words}", file=DRAWING, element=node.id, line=node.line
                )
                yield from _check_text(text, place, addresses)


def check_form(form: Form, addresses: Addresses) -> Iterator[Finding]:
    """Yield what is wrong with what a form shows before it asks."""
    for shown in form.shows:
        words = f"“{form.title}”, shown as “{shown.label}”"
        place = Place(words=words, file=f"forms/{form.step}.json", element=form.step)
        yield from _check_text(shown.expression, place, addresses)


def check_letter(letter: Letter, addresses: Addresses) -> Iterator[Finding]:
    """Yield the names in a letter that nothing is called."""
    words = f"the letter “{letter.subject}”"
    place = Place(words=words, file=f"letters/{letter.step}.txt", element=letter.step)
    yield from check_names(read_names(letter.body), place, addresses)


def read_names(text: Expression | UnaryTests | Template) -> Names:
    """Return the names that are certainly read from the case.

    What stands in a filter may be an entry of the items that are filtered.
    """
    if isinstance(text, Template):
        places = [part for part in text.parts if isinstance(part, Expression)]
        return frozenset().union(*(read_names(place) for place in places))
    return text.names - text.item_names


def _check_text(text: str, place: Place, addresses: Addresses) -> Iterator[Finding]:
    try:
        names = read_names(parse(text))
    except NotFeel as broken:
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        where = f"“{shown}” cannot be read at line {broken.line}, character {broken.column}"
        yield Finding(
            rule="not_feel",
            message=f"{sentence(place.words)}: {where}: {broken.problem}",
            file=place.file,
            element=place.element,
            line=None if place.line is None else place.line + broken.line - 1,
            column=broken.column,
        )
        return
    yield from check_names(names, place, addresses)


def check_names(
    names: Names, place: Place, addresses: Addresses, *, alone: Iterable[str] = ()
) -> Iterator[Finding]:
    """Yield the names that nothing is called; `alone` are known by themselves at this place."""
    for name in sorted(names):
        problem = addresses.problem(name, alone=alone)
        if problem is not None:
            yield Finding(
                rule="unknown_name",
                message=f"{sentence(place.words)}: {problem}",
                file=place.file,
                element=place.element,
                line=place.line,
            )
