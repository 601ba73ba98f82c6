"""The types of the values that the nodes of an expression have, as far as they are known."""

from collections.abc import Mapping
from decimal import Decimal

from pathways.feel.budget import Meter
from pathways.feel.leaning import samples
from pathways.feel.leaning.results import RESULTS
from pathways.feel.leaning.words import mistyped
from pathways.feel.nodes import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    ContextOf,
    For,
    FunctionOf,
    If,
    InstanceOf,
    Junction,
    ListOf,
    Literal,
    Negative,
    Node,
    Path,
    Quantified,
    RangeOf,
    Subject,
)
from pathways.feel.properties import member
from pathways.feel.types import type_of

#: What each of these always is.
_ALWAYS: Mapping[type[Node], str] = {
    ListOf: "list",
    ContextOf: "context",
    RangeOf: "range",
    FunctionOf: "function",
    For: "list",
    Comparison: "boolean",
    Between: "boolean",
    InstanceOf: "boolean",
    Junction: "boolean",
    Quantified: "boolean",
}


class Kinds:
    """Knows the types of names, and of what a cell looks at."""

    def __init__(self, types: Mapping[tuple[str, ...], str], subject: str | None) -> None:
        self._types = types
        #: The type of what `?` stands for; None where it is not known.
        self.subject = subject

    def of(self, node: Node) -> str | None:
        """Return the type of a node's value; None where it is not known."""
        kind = _ALWAYS.get(type(node))
        match node:
            case Literal():
                kind = type_of(node.value)
            case Path():
                kind = self._path(node)
            case Subject():
                kind = self.subject
            case Arithmetic():
                kind = self.arithmetic(node)[1]
            case Negative():
                kind = self.of(node.of)
            case Call():
                kind = RESULTS.get(node.function)
            case If():
                then, otherwise = self.of(node.then), self.of(node.otherwise)
                kind = then if then == otherwise else None
        return kind

    def _path(self, node: Path) -> str | None:
        if node.names in self._types:
            return self._types[node.names]
        before = self._types.get(node.names[:-1], "context")
        if before not in samples.SAMPLES or before in samples.OPEN:
            return None
        value = member(Meter(), samples.SAMPLES[before], node.names[-1])
        return None if value is None else type_of(value)

    def arithmetic(self, node: Arithmetic) -> tuple[str | None, str | None]:
        """Return what is wrong with a chain of operators, and the type of its result."""
        kind = self.of(node.first)
        for sign, operand in node.rest:
            other = self.of(operand)
            if sign == "/" and isinstance(operand, Literal) and operand.value == Decimal(0):
                return "Nothing can be divided by zero; this is always null.", None
            possible, result = samples.arithmetic(sign, kind, other)
            if not possible and "Null" not in {kind, other}:
                return mistyped(sign, kind, other), None
            kind = result
        return None, kind
