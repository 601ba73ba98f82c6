"""Bind operators: arithmetic, comparison, and, or."""

from decimal import Decimal

from pathways.feel.arithmetic import OPERATIONS, negative
from pathways.feel.binding.resolver import Resolver
from pathways.feel.comparison import at_most, both, compare, less
from pathways.feel.frame import Frame, Run
from pathways.feel.nodes import (
    Arithmetic,
    Between,
    Comparison,
    InstanceOf,
    Junction,
    Literal,
    Negative,
)
from pathways.feel.types import is_instance
from pathways.feel.values import Value


def arithmetic(resolver: Resolver, node: Arithmetic) -> Run:
    """Bind a chain of operators, from left to right."""
    first = resolver.bind(node.first)
    rest = tuple((OPERATIONS[sign], resolver.bind(operand)) for sign, operand in node.rest)

    def run(frame: Frame) -> Value:
        result = first(frame)
        for operation, operand in rest:
            result = operation(frame, result, operand(frame))
        return result

    return run


def minus(resolver: Resolver, node: Negative) -> Run:
    """Bind `-x`."""
    of = resolver.bind(node.of)
    return lambda frame: negative(of(frame))


def junction(resolver: Resolver, node: Junction) -> Run:
    """Bind `and` or `or` with three values (DMN 1.5, 10.3.2.10, table 50).

    What is neither true nor false counts as null. The first operand that decides is the last one
    evaluated.
    """
    operands = tuple(resolver.bind(operand) for operand in node.operands)
    deciding = node.operator == "or"

    def run(frame: Frame) -> Value:
        result: bool | None = not deciding
        for operand in operands:
            value = operand(frame)
            if value is deciding:
                return deciding
            if value is not (not deciding):
                result = None
        return result

    return run


def comparison(resolver: Resolver, node: Comparison) -> Run:
    """Bind a comparison; beside a literal it is bound more closely, as most conditions are."""
    left, operator = resolver.bind(node.left), node.operator
    if isinstance(node.right, Literal) and type(node.right.value) in {str, Decimal, bool}:
        resolver.size += 1
        return _with_literal(left, operator, node.right.value)
    right = resolver.bind(node.right)

    def run(frame: Frame) -> Value:
        return compare(frame, operator, left(frame), right(frame))

    return run


def _with_literal(left: Run, operator: str, right: Value) -> Run:
    if operator in {"=", "!="}:
        return _equal_to_literal(left, right, wanted=operator == "=")

    def run(frame: Frame) -> Value:
        return compare(frame, operator, left(frame), right)

    def greater(frame: Frame) -> Value:
        return less(right, left(frame))

    def lower(frame: Frame) -> Value:
        return less(left(frame), right)

    return {">": greater, "<": lower}.get(operator, run)


def _equal_to_literal(left: Run, right: Value, *, wanted: bool) -> Run:
    kind = type(right)

    def run(frame: Frame) -> Value:
        value = left(frame)
        if type(value) is kind:
            return (value == right) is wanted
        return not wanted if value is None else None

    return run


def between(resolver: Resolver, node: Between) -> Run:
    """Bind `a between b and c`."""
    of, low, high = (resolver.bind(part) for part in (node.of, node.low, node.high))

    def run(frame: Frame) -> Value:
        value = of(frame)
        return both(at_most(low(frame), value), at_most(value, high(frame)))

    return run


def instance_of(resolver: Resolver, node: InstanceOf) -> Run:
    """Bind `a instance of ...`."""
    of, kind = resolver.bind(node.of), node.type
    return lambda frame: is_instance(frame, of(frame), kind)
