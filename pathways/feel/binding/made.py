"""Bind functions that an expression makes, and their calls."""

from pathways.feel.binding.resolver import Known, Resolver
from pathways.feel.budget import Meter
from pathways.feel.calling import call
from pathways.feel.frame import Frame, Run
from pathways.feel.nodes import FunctionOf, Invocation
from pathways.feel.values import FunctionValue, Value


def function_of(resolver: Resolver, node: FunctionOf) -> Run:
    """Bind a function; it keeps what its variables were when it was made."""
    names = tuple(name for name, _ in node.parameters)
    types = tuple(kind for _, kind in node.parameters)
    slots = tuple(resolver.new_slot() for _ in names)
    before = resolver.size
    with resolver.inside(*(Known(name, slot) for name, slot in zip(names, slots, strict=True))):
        body, depth = resolver.bind_body(node.body)
    cost = resolver.size - before

    def run(frame: Frame) -> Value:
        frame.charge(1 + len(frame.slots))
        kept, subject = tuple(frame.slots), frame.subject

        def called(meter: Meter, arguments: tuple[Value, ...]) -> Value:
            inner = Frame(frame.scope, frame.now)
            inner.slots, inner.subject = list(kept), subject
            inner.steps, inner.calls = meter.steps, meter.calls
            for slot, argument in zip(slots, arguments, strict=True):
                inner.slots[slot] = argument
            try:
                inner.charge(cost + len(kept))
                return body(inner)
            finally:
                meter.steps = inner.steps

        return FunctionValue(names, types, called, depth)

    return run


def invocation(resolver: Resolver, node: Invocation) -> Run:
    """Bind the call of a function that is a value; what is no function gives null."""
    of = resolver.bind(node.of)
    arguments = tuple(resolver.bind(argument) for argument in node.arguments)
    names = node.names

    def run(frame: Frame) -> Value:
        function = of(frame)
        values = tuple([argument(frame) for argument in arguments])
        if not isinstance(function, FunctionValue):
            return None
        if names:
            if set(names) != set(function.parameters):
                return None
            by_name = dict(zip(names, values, strict=True))
            values = tuple([by_name[name] for name in function.parameters])
        return call(frame, function, values)

    return run
