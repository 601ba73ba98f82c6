"""Cut the text of an expression into words, numbers, texts and signs."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pathways.feel.errors import not_feel_at

# Each alternative begins differently and none repeats inside a repetition: time is linear.
_PIECE = re.compile(
    r"""
      (?P<space>\s+|//[^\n]*|/\*(?s:.*?)\*/)
    | (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<name>(?:[^\W\d]|[\U00010000-\U000EFFFF])(?:\w|[\u0300-\u036F\U00010000-\U000EFFFF])*)
    | (?P<string>"(?:[^"\\\n\r]|\\.)*")
    | (?P<sign>\.\.|\*\*|<=|>=|!=|/(?!\*)|[-+*=<>()\[\]{},.:?@])
    | (?P<quote>')
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))")
_ESCAPED = {'"': '"', "'": "'", "\\": "\\", "n": "\n", "t": "\t", "r": "\r"}
_SURROGATES = re.compile("[\ud800-\udfff]")

_ADVICE = {
    '"': 'A text begins here but does not end on this line; close it with " (a quote inside a '
    'text is written \\", a new line \\n).',
    "'": 'Texts stand in double quotes: write "..." instead of single quotes.',
    "\u201c": 'These are curly quotes; write straight ones: "...".',
    "\u201d": 'These are curly quotes; write straight ones: "...".',
    "\u2018": 'These are curly quotes; write straight double ones: "...".',
    "\u2019": 'These are curly quotes; write straight double ones: "...".',
    "%": "There is no % here; write modulo(a, b) for what is left over.",
    "$": "Write the expression alone, without ${ and }.",
    "#": "Write the expression alone, without #{ and }.",
    "&": "There is no & here; write `and`.",
    "|": "There is no | here; write `or`.",
    "!": "There is no ! on its own; write not(...), or != for `is not`.",
    ";": "One expression is enough; remove the semicolon.",
    "`": "Names cannot stand in backticks; use letters, digits and _ only.",
    "\u2264": "Write <= instead.",
    "\u2265": "Write >= instead.",
    "\u2260": "Write != instead.",
    "\u2013": "This is a dash; write a minus sign: -.",
    "\u2014": "This is a dash; write a minus sign: -.",
    "\u2212": "Write the plain minus sign: -.",
}


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    STRING = "string"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, text or sign."""

    kind: Kind
    #: As written; for a string what it says, its escapes read.
    text: str
    start: int
    #: Where the next character stands.
    end: int


def tokens(text: str, *, quotes: bool = False) -> tuple[Token, ...]:
    """Return the tokens of a text, the last of which is its end.

    Args:
        text: What is read.
        quotes: Whether a single quote is a sign, as in names such as `child's age`.

    Raises:
        NotFeel: At the first character that can begin nothing.
    """
    return (*_pieces(text, quotes=quotes), Token(Kind.END, "", len(text), len(text)))


def _pieces(text: str, *, quotes: bool) -> Iterator[Token]:
    start = 0
    while start < len(text):
        found = _PIECE.match(text, start)
        if found is None or (found.lastgroup == "quote" and not quotes):
            raise not_feel_at(_advice(text, start), text, start)
        group = (found.lastgroup or "").replace("quote", "sign")
        if group != "space":
            yield _token(Kind(group), found[0], text, start)
        start = found.end()


def _token(kind: Kind, piece: str, text: str, start: int) -> Token:
    said = piece
    if kind is Kind.NAME and piece.startswith("__"):
        problem = f"`{piece}` is no name that can be used here: names do not begin with __."
        raise not_feel_at(problem, text, start)
    if kind is Kind.STRING:
        said = _unescaped(piece, text, start)
    return Token(kind, said, start, start + len(piece))


def _unescaped(piece: str, text: str, start: int) -> str:
    def character(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        if not code:
            # A backslash before anything else is a character of the text, as patterns need it.
            return _ESCAPED.get(found[3], found[0])
        if int(code, 16) <= sys.maxunicode:
            return chr(int(code, 16))
        problem = f"A text cannot hold {found[0]}; there is no such character."
        raise not_feel_at(problem, text, start + 1 + found.start())

    return _whole(_ESCAPE.sub(character, piece[1:-1]), text, start)


def _whole(said: str, text: str, start: int) -> str:
    """Return a text whose surrogate pairs are joined, as JSON and Java write them.

    Raises:
        NotFeel: If a half is alone; such a text could not be stored.
    """
    if not _SURROGATES.search(said):
        return said
    try:
        return said.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        problem = "This text holds half a character (a lone surrogate); remove it."
        raise not_feel_at(problem, text, start) from None


def _advice(text: str, start: int) -> str:
    character = text[start]
    if character in _ADVICE:
        return _ADVICE[character]
    if character == "/":
        return "This comment does not end; close it with */."
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return f"`{shown}` means nothing here; remove it."
