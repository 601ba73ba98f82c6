"""Which binder makes the closure of which node: the whole evaluator, in one table."""

from collections.abc import Mapping
from typing import cast

from pathways.feel import nodes
from pathways.feel.binding import calls, constructors, loops, made, operators, paths, tests
from pathways.feel.binding.resolver import Binder, Resolver

_BINDERS: Mapping[type[nodes.Node], object] = {
    nodes.Literal: constructors.literal,
    nodes.Subject: constructors.subject,
    nodes.ListOf: constructors.list_of,
    nodes.ContextOf: constructors.context_of,
    nodes.RangeOf: constructors.range_of,
    nodes.Path: paths.path,
    nodes.Member: paths.member_of,
    nodes.Filter: paths.filtered,
    nodes.Negative: operators.minus,
    nodes.Arithmetic: operators.arithmetic,
    nodes.Junction: operators.junction,
    nodes.Comparison: operators.comparison,
    nodes.Between: operators.between,
    nodes.InstanceOf: operators.instance_of,
    nodes.Inside: tests.inside,
    nodes.If: loops.if_then_else,
    nodes.For: loops.for_return,
    nodes.Quantified: loops.quantified,
    nodes.Call: calls.call,
    nodes.FunctionOf: made.function_of,
    nodes.Invocation: made.invocation,
}


def resolver() -> Resolver:
    """Return a resolver for one expression."""
    return Resolver(cast("Mapping[type[nodes.Node], Binder]", _BINDERS))
