"""Read functions that the text makes, and the arguments of any call."""

from pathways.feel import pratt
from pathways.feel.cursor import KEYWORDS, Cursor
from pathways.feel.lexer import Kind, Token
from pathways.feel.nodes import FunctionOf, Invocation, Literal, Node, Path
from pathways.feel.type_names import Type
from pathways.feel.types_grammar import type_name

_STOPS = frozenset({":", ",", ")"})
_MOST_PARAMETERS = 60


def function_of(cursor: Cursor) -> Node:
    """Read `function(a, b: number) a + b`."""
    start = cursor.take().start
    cursor.expect("(", "after `function`")
    parameters: list[tuple[str, Type | None]] = []
    while not cursor.takes(")"):
        parameters.append(_parameter(cursor))
        if not cursor.sees(")"):
            cursor.expect(",", "or `)` after a parameter")
    if len(parameters) > _MOST_PARAMETERS:
        cursor.refuse(f"A function may have {_MOST_PARAMETERS} parameters, not more.")
    if cursor.sees("external"):
        cursor.refuse("Functions written in other languages are never run; write it in FEEL.")
    body = pratt.expression(cursor)
    return FunctionOf(start=start, parameters=tuple(parameters), body=body)


def _parameter(cursor: Cursor) -> tuple[str, Type | None]:
    if cursor.token.kind is not Kind.NAME or cursor.token.text in KEYWORDS:
        cursor.refuse(f"Expected the name of a parameter, but {cursor.found()}.")
    name = cursor.new_name(_STOPS).text
    return name, type_name(cursor) if cursor.takes(":") else None


def called(cursor: Cursor, of: Node) -> Node:
    """Read `f(...)`, where f is a function of the scope, or one that this text made."""
    if isinstance(of, Literal) or (isinstance(of, Path) and of.names[0] not in cursor.names.known):
        what = ".".join(of.names) if isinstance(of, Path) else "this"
        cursor.refuse(
            f"`{what}` cannot be called: only functions can, those of FEEL by their name and "
            "those made here."
        )
    opening = cursor.take()
    arguments, names = arguments_of(cursor, "the function", opening)
    return Invocation(start=of.start, of=of, arguments=arguments, names=names)


def arguments_of(
    cursor: Cursor, function: str, at: Token
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """Read the arguments of a function and the closing bracket.

    Returns:
        What is given, and by which names; no names where it is given by place.
    """
    names: list[str] = []
    arguments: list[Node] = []
    while not cursor.takes(")"):
        names.extend(_argument_name(cursor))
        arguments.append(pratt.expression(cursor))
        if not cursor.sees(")"):
            cursor.expect(",", f"or `)` after an argument of {function}")
            if cursor.sees(")"):
                cursor.refuse("After a comma another argument must follow; remove the comma.")
    if names and (len(names) != len(arguments) or len(set(names)) != len(names)):
        cursor.refuse(f"Give all arguments of {function} by name, once, or none.", at)
    return tuple(arguments), tuple(names)


def _argument_name(cursor: Cursor) -> tuple[str, ...]:
    """Read `start position:`, if the next argument is given by its name."""
    words: list[str] = []
    while (token := cursor.ahead(len(words))).kind is Kind.NAME:
        words.append(token.text)
    if not words or cursor.ahead(len(words)).text != ":":
        return ()
    cursor.skip(len(words) + 1)
    return (" ".join(words),)
