"""Patterns with places, and what goes into the places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pathways.words.values import Part, Sentence

_PLACE = re.compile(r"\{(\w+)\}")
#: Ends the name of a place that takes a reference in the form after "of", "to" and "from".
_OF = "_of"


@dataclass(frozen=True, slots=True)
class Reference:
    """How a step, a side, or a list of them is referred to, in both forms that a language has."""

    plain: Sentence
    #: After "of", "to" and "from".
    of: Sentence


#: What can go into a place.
Filling = str | Part | Sentence | Reference


def places(pattern: str) -> frozenset[str]:
    """Return the names of the places of a pattern, whichever form a reference has there."""
    return frozenset(name.removesuffix(_OF) for name in _PLACE.findall(pattern))


def filled(pattern: str, fillings: Mapping[str, Filling]) -> Sentence:
    """Return a pattern with its places filled; neighbouring texts are one part."""
    sentence: list[Part] = []
    text = ""
    for piece, form in _pieces(pattern):
        filling = piece if form is None else fillings[piece]
        if isinstance(filling, str):
            text += filling
            continue
        for part in _parts(filling, form):
            if part.anchor is None and not part.language:
                text += part.text
            else:
                sentence += [Part(text), part] if text else [part]
                text = ""
    if text:
        sentence.append(Part(text))
    return tuple(sentence)


@lru_cache(maxsize=2048)
def _pieces(pattern: str) -> tuple[tuple[str, str | None], ...]:
    """(text, None) for each text of a pattern, (name of a place, its form) for each place."""
    return tuple(
        (piece.removesuffix(_OF), piece[len(piece.removesuffix(_OF)) :])
        if index % 2
        else (piece, None)
        for index, piece in enumerate(_PLACE.split(pattern))
    )


def _parts(filling: Part | Sentence | Reference, form: str | None) -> Sentence:
    if isinstance(filling, Reference):
        return filling.of if form else filling.plain
    return (filling,) if isinstance(filling, Part) else filling
