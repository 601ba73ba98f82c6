"""Read names: the call of a built-in function, whose name may have spaces, or a path."""

import difflib
import re
from collections.abc import Mapping

from pathways.feel import pratt
from pathways.feel.cursor import KEYWORDS, Cursor, shortened
from pathways.feel.functions import FUNCTIONS, Function
from pathways.feel.lexer import Kind, Token
from pathways.feel.nodes import Call, Literal, Node
from pathways.feel.primaries import path

#: First word -> the words of each function that begins with it, longest first.
_BY_FIRST_WORD: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted((tuple(name.split()) for name in FUNCTIONS), key=len, reverse=True):
    _BY_FIRST_WORD.setdefault(_words[0], []).append(_words)

#: Functions of DMN that are not read here, and what to write instead.
_ADVICE: Mapping[str, str] = {
    "matches": "patterns are not read here; use contains, starts with or ends with",
    "sort": "lists are shown in the order they have",
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
_PATTERN_SIGNS = re.compile(r"[.^$*+?()\[\]{}|\\]")
_LONGEST_GUESS = 40
#: How alike two names must be for one to be taken for the other, 0 to 1.
_ALIKE = 0.75


def call_or_path(cursor: Cursor) -> Node:
    """Read `string length(x)`, or `a.b.c`."""
    first = cursor.token
    for words in _BY_FIRST_WORD.get(cursor.token.text, ()):
        if cursor.sees(*words, "("):
            return _call(cursor, FUNCTIONS[" ".join(words)], len(words))
    if unknown := _called_name(cursor):
        cursor.refuse(_unknown(unknown))
    if cursor.takes("not"):
        cursor.refuse("Write `not` with brackets: not(...).", first)
    return path(cursor)


def _called_name(cursor: Cursor) -> str:
    """Return the words before a bracket that opens next to them, or nothing."""
    words: list[str] = []
    while (token := cursor.ahead(len(words))).kind is Kind.NAME and token.text not in KEYWORDS:
        words.append(token.text)
    return " ".join(words) if cursor.ahead(len(words)).text == "(" else ""


def _unknown(name: str) -> str:
    if name in _ADVICE:
        return f"There is no function `{name}` here: {_ADVICE[name]}."
    close = difflib.get_close_matches(name[:_LONGEST_GUESS], FUNCTIONS, n=1, cutoff=_ALIKE)
    if close:
        return f"There is no function `{name}`; did you mean `{close[0]}`?"
    return (
        f"There is no function `{shortened(name)}`; only the built-in functions of FEEL can be "
        "called."
    )


def _call(cursor: Cursor, function: Function, words: int) -> Call:
    first = cursor.token
    cursor.skip(words + 1)
    names: list[str] = []
    arguments: list[Node] = []
    while not cursor.takes(")"):
        names.extend(_argument_name(cursor))
        arguments.append(pratt.expression(cursor))
        if not cursor.sees(")"):
            cursor.expect(",", f"or `)` after an argument of `{function.name}`")
            if cursor.sees(")"):
                cursor.refuse("After a comma another argument must follow; remove the comma.")
    return _fitting(cursor, function, first, (tuple(arguments), tuple(names)))


def _argument_name(cursor: Cursor) -> tuple[str, ...]:
    """Read `start position:`, if the next argument is given by its name."""
    words: list[str] = []
    while (token := cursor.ahead(len(words))).kind is Kind.NAME:
        words.append(token.text)
    if not words or cursor.ahead(len(words)).text != ":":
        return ()
    cursor.skip(len(words) + 1)
    return (" ".join(words),)


def _fitting(
    cursor: Cursor,
    function: Function,
    first: Token,
    given: tuple[tuple[Node, ...], tuple[str, ...]],
) -> Call:
    """Return the call, if the function has a form for its arguments."""
    arguments, names = given
    if names and (len(names) != len(arguments) or len(set(names)) != len(names)):
        cursor.refuse(f"Give all arguments of `{function.name}` by name, once, or none.", first)
    for form in function.forms:
        known = [*form.needed, *form.optional]
        ordered = tuple(name for name in known if name in names)
        if len(ordered) == len(names) and form.takes(len(arguments), ordered):
            by_name = dict(zip(names, arguments, strict=False))
            arguments = tuple(by_name[name] for name in ordered) or arguments
            _no_patterns(cursor, function, arguments)
            return Call(
                start=first.start, function=function.name, arguments=arguments, names=ordered
            )
    return cursor.refuse(_misfit(function, names), first)


def _misfit(function: Function, names: tuple[str, ...]) -> str:
    shapes = []
    for form in function.forms:
        said = [*form.needed, *(f"[{name}]" for name in form.optional)]
        said += ["..."] if form.gathers or form.more else []
        shapes.append(f"{function.name}({', '.join(said)})")
    wrong = "Those names are" if names else "That number of arguments is"
    return f"{wrong} not what `{function.name}` takes; write {' or '.join(shapes)}."


def _no_patterns(cursor: Cursor, function: Function, arguments: tuple[Node, ...]) -> None:
    """Refuse an argument that FEEL takes for a pattern, if it could be more than plain text."""
    for argument, kind in zip(arguments, function.forms[0].kinds(len(arguments)), strict=True):
        if not kind.is_pattern:
            continue
        said = argument.value if isinstance(argument, Literal) else None
        if not isinstance(said, str) or not said or _PATTERN_SIGNS.search(said):
            cursor.refuse(
                f"`{function.name}` looks for plain text only, written out here in quotes, "
                "without any of . ^ $ * + ? ( ) [ ] { } | \\.",
                Token(Kind.NAME, "", argument.start, argument.start),
            )
