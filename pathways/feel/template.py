"""Text with places to fill: a letter, or the reason of a rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from pathways.feel import budget
from pathways.feel.budget import Meter
from pathways.feel.errors import NotFeel, not_feel_at
from pathways.feel.expression import Expression, check_length, parse
from pathways.feel.plain_words import for_people

_CACHED = 512
_MOST_PLACES = 500


@dataclass(frozen=True, slots=True)
class Template:
    """Plain text with `{FEEL}` places; braces themselves are written `{{` and `}}`.

    Attributes:
        text: As it was written.
        parts: Plain text, and what fills the places, in order.
        names: Every path that its places read from the scope; see `Expression.names`.
    """

    text: str
    parts: tuple[str | Expression, ...] = field(compare=False, repr=False)
    names: frozenset[tuple[str, ...]] = field(compare=False)

    def fill(self, scope: Mapping[str, object], *, now: datetime) -> str:
        """Return the text with its places filled, written for people.

        Args:
            scope: Name -> value.
            now: The moment that `now()` and `today()` mean; aware, UTC.

        Raises:
            Refused: If a place or the whole goes beyond its budget.
            ValueError: If the scope holds a float, or `now` is naive.
        """
        meter = Meter()
        texts = [
            part
            if isinstance(part, str)
            else for_people(meter, part.evaluate(scope, now=now, meter=meter))
            for part in self.parts
        ]
        meter.text(sum(map(len, texts)))
        return "".join(texts)


def parse_template(text: str, names: frozenset[str] = frozenset()) -> Template:
    """Return the template that a text says.

    Args:
        text: The text with its places.
        names: Names that the scope will have; see `pathways.feel.parse`.

    Raises:
        NotFeel: If a brace is alone, or a place holds no expression; its line and column are
            those of the template.
    """
    return _parse(text, names)


@lru_cache(maxsize=_CACHED)
def _parse(text: str, names: frozenset[str]) -> Template:
    check_length(text, budget.TEMPLATE)
    parts = tuple(_parts(text, names))
    places = [part for part in parts if isinstance(part, Expression)]
    if len(places) > _MOST_PLACES:
        problem = f"This has {len(places)} places to fill, and {_MOST_PLACES} are allowed."
        raise not_feel_at(problem, text, 0)
    return Template(text, parts, frozenset().union(*(place.names for place in places)))


def _parts(text: str, names: frozenset[str]) -> Iterator[str | Expression]:
    plain: list[str] = []
    at = 0
    while at < len(text):
        if text[at : at + 2] in {"{{", "}}"}:
            plain.append(text[at])
            at += 2
        elif text[at] == "{":
            yield "".join(plain)
            plain.clear()
            end = _end_of_place(text, at)
            yield _place(text, at + 1, end, names)
            at = end + 1
        elif text[at] == "}":
            raise not_feel_at("This brace closes nothing; write }} for a brace.", text, at)
        else:
            plain.append(text[at])
            at += 1
    yield "".join(plain)


def _end_of_place(text: str, start: int) -> int:
    """Return where the place that opens at `start` closes, past braces and texts inside it."""
    depth, in_text, at = 0, False, start
    while at < len(text):
        character = text[at]
        if in_text:
            at += character == "\\"
            in_text = character != '"'
        elif character == '"':
            in_text = True
        else:
            depth += (character == "{") - (character == "}")
        if depth == 0:
            return at
        at += 1
    problem = "This place is not closed; write } after the expression, or {{ for a brace."
    raise not_feel_at(problem, text, start)


def _place(text: str, start: int, end: int, names: frozenset[str]) -> Expression:
    try:
        return parse(text[start:end], names)
    except NotFeel as inner:
        lines = inner.text.split("\n")[: inner.line - 1]
        offset = sum(len(line) + 1 for line in lines) + inner.column - 1
        raise not_feel_at(inner.problem, text, start + offset) from None
