"""Walk through an expression, and tell where types that are known can only give null."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from pathways.feel.expression import Expression
from pathways.feel.leaning import samples
from pathways.feel.leaning.calls import call_problem
from pathways.feel.leaning.cells import cell_problem, inside_problem
from pathways.feel.leaning.kinds import Kinds
from pathways.feel.leaning.words import called, mistyped
from pathways.feel.nodes import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    ContextOf,
    For,
    FunctionOf,
    If,
    Inside,
    Junction,
    Negative,
    Node,
    Tests,
    Turns,
)
from pathways.feel.unary import UnaryTests

#: Says what is wrong with a node of one type; nothing where it may have a value.
_Problem: TypeAlias = Callable[[Kinds, Any], str | None]


@dataclass(frozen=True, slots=True)
class Leaning:
    """A place where an expression can only be null, whatever people answer."""

    #: Whole sentences: what is there, and what to do.
    problem: str
    #: Where it begins in the text, counted from 0.
    start: int


def leanings(
    said: Expression | UnaryTests,
    types: Mapping[tuple[str, ...], str],
    *,
    subject: str | None = None,
) -> tuple[Leaning, ...]:
    """Return where an expression, or a cell, leans on null.

    Args:
        said: What was parsed.
        types: Path of a name -> the name of its type, such as `("ask_for_it", "amount")` ->
            `"number"`; a name that is not among them may be anything.
        subject: The type of what a cell looks at; None where it is not known.
    """
    if said.tree is None:
        return ()
    other = {path[0] for path in said.item_names} | set(_made_names(said.tree))
    certain = {path: kind for path, kind in types.items() if path[0] not in other}
    kinds = Kinds(certain, subject)
    found = tuple(_at(kinds, said.tree))
    problem = cell_problem(kinds, said.tree) if isinstance(said.tree, Tests) else None
    return found if problem is None else (*found, Leaning(problem, said.tree.start))


def _at(kinds: Kinds, node: Node) -> Iterator[Leaning]:
    """Yield the leanings of a node and of all nodes in it."""
    for inner in _inner(node):
        yield from _at(kinds, inner)
    look = _PROBLEMS.get(type(node))
    problem = look(kinds, node) if look else None
    if problem is not None:
        yield Leaning(problem, node.start)


def _arithmetic(kinds: Kinds, node: Arithmetic) -> str | None:
    return kinds.arithmetic(node)[0]


def _compared(kinds: Kinds, sign: str, left: Node, right: Node) -> str | None:
    one, other = kinds.of(left), kinds.of(right)
    if samples.comparable(sign, one, other) or "function" in {one, other}:
        return None
    return mistyped(sign, one, other)


def _comparison(kinds: Kinds, node: Comparison) -> str | None:
    return _compared(kinds, node.operator, node.left, node.right)


def _between(kinds: Kinds, node: Between) -> str | None:
    below = _compared(kinds, ">=", node.of, node.low)
    return below or _compared(kinds, "<=", node.of, node.high)


def _negative(kinds: Kinds, node: Negative) -> str | None:
    kind = kinds.of(node.of)
    if kind is None or samples.has_opposite(kind):
        return None
    return f"There is no minus of {called(kind)}; this is always null."


def _junction(kinds: Kinds, node: Junction) -> str | None:
    for operand in node.operands:
        kind = kinds.of(operand)
        if kind not in {None, "boolean", "Null"}:
            return (
                f"`{node.operator}` joins what is true or false, and {called(kind)} is neither; "
                "compare it with something."
            )
    return None


def _if(kinds: Kinds, node: If) -> str | None:
    kind = kinds.of(node.condition)
    if kind in {None, "boolean", "Null"}:
        return None
    return f"The condition of `if` is {called(kind)}, which is never true; compare it."


_PROBLEMS: Mapping[type[Node], _Problem] = {
    Arithmetic: _arithmetic,
    Comparison: _comparison,
    Between: _between,
    Negative: _negative,
    Junction: _junction,
    If: _if,
    Call: call_problem,
    Inside: inside_problem,
}


def _inner(node: Node) -> Iterator[Node]:
    """Yield the nodes that stand in a node."""
    for field in fields(node):
        yield from _nodes(getattr(node, field.name))


def _made_names(node: Node) -> Iterator[str]:
    """Yield the names that loops, contexts and functions in a node make."""
    match node:
        case Turns():
            yield node.name
        case ContextOf():
            yield from (key for key, _ in node.entries)
        case FunctionOf():
            yield from (name for name, _ in node.parameters)
        case For():
            yield "partial"
    for inner in _inner(node):
        yield from _made_names(inner)


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
