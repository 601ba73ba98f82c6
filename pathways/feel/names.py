"""Names that are more than one word: those that the scope has, and those that the text makes.

FEEL allows spaces and the signs + - * / . ' in names, so that only the scope can tell whether
`a-b` is one name or two (DMN 1.5, 10.3.1.5).
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from pathways.feel.budget import DEPTH
from pathways.feel.errors import NotFeel
from pathways.feel.lexer import Kind, Token, tokens

#: First word -> the words of each name that begins so, and the name; longest first.
_Spellings: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

_CACHED = 256
#: What a name may be made of.
_PARTS = frozenset({Kind.NAME, Kind.NUMBER, Kind.SIGN})
_SIGNS = frozenset("+-*/.'")
_LONGEST = 200
#: Of so many names no more are looked for.
_MOST = 20_000


def names_in(values: object) -> frozenset[str]:
    """Return every name in values that are given: of the scope, and of contexts in it.

    Args:
        values: A mapping of name -> value; contexts are mappings, lists are lists or tuples.
    """
    names: set[str] = set()
    level = [values]
    for _ in range(DEPTH):
        level = [inner for value in level for inner in _within(value, names)]
        if len(names) > _MOST or not level:
            break
    return frozenset(names)


def _within(value: object, names: set[str]) -> Iterable[object]:
    if isinstance(value, Mapping):
        names.update(map(str, value))
        return value.values()
    return value if isinstance(value, list | tuple) else ()


def spaced(text: str) -> str:
    """Return a name with one space wherever it has several."""
    return " ".join(text.split())


def part_of_name(token: Token) -> bool:
    """Tell whether a token can stand in a name after its first word."""
    return token.kind in _PARTS and (token.kind is not Kind.SIGN or token.text in _SIGNS)


@lru_cache(maxsize=_CACHED)
def _spellings(names: frozenset[str]) -> _Spellings:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in names:
        if len(words := _words(name)) > 1:
            found.setdefault(words[0], []).append((words, name))
    return MappingProxyType({first: _longest_first(spelled) for first, spelled in found.items()})


def _longest_first(
    spelled: Iterable[tuple[tuple[str, ...], str]],
) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(sorted(spelled, key=lambda one: (-len(one[0]), one[1])))


def _words(name: str) -> tuple[str, ...]:
    """Return the words and signs of a name; nothing where it is none that can be written."""
    if name.isidentifier() or len(name) > _LONGEST:
        return (name,)
    try:
        *words, _ = tokens(name, quotes=True)
    except NotFeel:
        return ()
    fitting = words and words[0].kind is Kind.NAME and all(map(part_of_name, words))
    return tuple(word.text for word in words) if fitting else ()


class Names:
    """What is known while a text is read: the names of the scope, and those made so far."""

    def __init__(self, names: frozenset[str] = frozenset()) -> None:
        self.known = set(names)
        self.quotes = any("'" in name for name in names)
        self._outside = _spellings(names)
        self._made: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}

    def add(self, name: str) -> None:
        """Know a name that the text itself makes: of a loop, a parameter or an entry."""
        if name not in self.known and len(words := _words(name)) > 1:
            others = self._made.get(words[0], ())
            self._made[words[0]] = _longest_first([*others, (words, name)])
        self.known.add(name)

    def beginning_with(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Return the words of each name of several words that begins so, longest first."""
        return self._made.get(word, ()) + self._outside.get(word, ())
