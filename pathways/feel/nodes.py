"""What an expression is made of, as frozen values; nothing here can do anything."""

from dataclasses import dataclass

from pathways.feel.type_names import Type
from pathways.feel.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A piece of an expression."""

    #: Where it stands in the text, counted from 0.
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal(Node):
    """A value, written out."""

    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Node):
    """A name, and the names after its dots: `ask_for_it.what_matters`."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Node):
    """The value that a unary test looks at: `?`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Node):
    """An entry of something that is no plain name: `f(x).y`."""

    of: Node
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Node):
    """Some items of a list, or one of them: `xs[item > 3]`, `xs[1]`."""

    of: Node
    condition: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf(Node):
    """A list, written out."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextOf(Node):
    """A context, written out; later entries may use earlier ones."""

    entries: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeOf(Node):
    """A range: `[1..5)`, or with one end only, `(< 5)`."""

    low: Node | None
    high: Node | None
    low_included: bool
    high_included: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative(Node):
    """Minus something."""

    of: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(Node):
    """A chain of operators of one rank, from left to right: `a + b - c`."""

    first: Node
    #: Operator and operand.
    rest: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Junction(Node):
    """All or any of several: a chain of `and`, or a chain of `or`."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Node):
    """One value beside another: `=`, `!=`, `<`, `<=`, `>`, `>=`."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Node):
    """Whether something lies between two others, both included."""

    of: Node
    low: Node
    high: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside(Node):
    """Whether something passes one of several unary tests: `x in (1, > 5)`."""

    of: Node
    tests: "Tests"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceOf(Node):
    """Whether something is of a type."""

    of: Node
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class If(Node):
    """One thing or another."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns(Node):
    """What a loop goes through: a name, and a list or the numbers from one to another."""

    name: str
    over: Node
    #: The other end, where it goes from one value to another; None where it goes over a list.
    to: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class For(Node):
    """Something made for each item."""

    turns: tuple[Turns, ...]
    body: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantified(Node):
    """Whether `some` or `every` item is as it should be."""

    quantifier: str
    turns: tuple[Turns, ...]
    condition: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Node):
    """A built-in function, called."""

    function: str
    arguments: tuple[Node, ...]
    #: The names they were given by, one each; empty where they were given by their place.
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionOf(Node):
    """A function, written out: `function(a, b: number) a + b`."""

    #: Name and type; the type is None where it is not said.
    parameters: tuple[tuple[str, Type | None], ...]
    body: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation(Node):
    """A function that is a value, called."""

    of: Node
    arguments: tuple[Node, ...]
    #: See `Call`.
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Node):
    """The unary test `< 5`."""

    operator: str
    operand: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched(Node):
    """The unary test that names a value, a range, a list, or a condition with `?`."""

    by: Node
    #: Whether `?` stands in it.
    asks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tests(Node):
    """Unary tests: one of them is enough, or with `not(...)` none may hold."""

    tests: tuple[Compared | Matched, ...]
    negated: bool = False
