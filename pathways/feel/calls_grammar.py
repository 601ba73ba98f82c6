"""Read names: the call of a built-in function, whose name may have spaces, or a path."""

import difflib
from collections.abc import Mapping

from pathways.feel.cursor import KEYWORDS, Cursor, shortened
from pathways.feel.functions import FUNCTIONS, Function
from pathways.feel.functions_grammar import arguments_of
from pathways.feel.lexer import Kind
from pathways.feel.nodes import Call, Node
from pathways.feel.primaries import path

#: First word -> the words of each function that begins with it, longest first.
_BY_FIRST_WORD: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted((tuple(name.split()) for name in FUNCTIONS), key=len, reverse=True):
    _BY_FIRST_WORD.setdefault(_words[0], []).append(_words)

#: Functions of DMN that are not read here, and what to write instead.
_ADVICE: Mapping[str, str] = {
    "len": "write `string length` for a text or `count` for a list",
    "length": "write `string length` for a text or `count` for a list",
    "lower": "write `lower case`",
    "upper": "write `upper case`",
    "average": "write `mean`",
    "avg": "write `mean`",
    "round": "write `round half up`, `round up`, `round down` or `decimal`",
    "exists": "write `is defined`",
    "concat": "write `concatenate` for lists; texts are joined with +",
}
_LONGEST_GUESS = 40
#: How alike two names must be for one to be taken for the other, 0 to 1.
_ALIKE = 0.75


def call_or_path(cursor: Cursor) -> Node:
    """Read `string length(x)`, or `a.b.c`."""
    first = cursor.token
    for words in _BY_FIRST_WORD.get(cursor.token.text, ()):
        if cursor.sees(*words, "("):
            return _call(cursor, FUNCTIONS[" ".join(words)], len(words))
    if cursor.known_name() is None and (unknown := _called_name(cursor)):
        cursor.refuse(_unknown(unknown))
    if cursor.takes("not"):
        cursor.refuse("Write `not` with brackets: not(...).", first)
    return path(cursor)


def _called_name(cursor: Cursor) -> str:
    """Return the words before a bracket that opens next to them, or nothing."""
    words: list[str] = []
    while (token := cursor.ahead(len(words))).kind is Kind.NAME and token.text not in KEYWORDS:
        words.append(token.text)
    name = " ".join(words)
    opens = cursor.ahead(len(words)).text == "("
    return name if opens and name not in cursor.names.known else ""


def _unknown(name: str) -> str:
    if name in _ADVICE:
        return f"There is no function `{name}` here: {_ADVICE[name]}."
    close = difflib.get_close_matches(name[:_LONGEST_GUESS], FUNCTIONS, n=1, cutoff=_ALIKE)
    if close:
        return f"There is no function `{name}`; did you mean `{close[0]}`?"
    return (
        f"There is no function `{shortened(name)}`; only the built-in functions of FEEL can be "
        "called, and those made here."
    )


def _call(cursor: Cursor, function: Function, words: int) -> Call:
    """Read a call; where no form takes the arguments it can only give null (see `leanings`)."""
    first = cursor.token
    cursor.skip(words + 1)
    arguments, names = arguments_of(cursor, f"`{function.name}`", first)
    for form in function.forms:
        ordered = tuple(name for name in (*form.needed, *form.optional) if name in names)
        if len(ordered) == len(names) and form.takes(len(arguments), ordered):
            by_name = dict(zip(names, arguments, strict=False))
            arguments = tuple(by_name[name] for name in ordered) or arguments
            names = ordered
            break
    return Call(start=first.start, function=function.name, arguments=arguments, names=names)
