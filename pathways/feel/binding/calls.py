"""Bind the call of a built-in function."""

from collections.abc import Callable
from typing import TypeAlias

from pathways.feel.binding.resolver import Resolver
from pathways.feel.frame import Frame, Run
from pathways.feel.functions import FUNCTIONS
from pathways.feel.functions.registry import MISFIT, Form, fitted
from pathways.feel.nodes import Call
from pathways.feel.values import Value

#: Calls one form with arguments; MISFIT where they do not fit it.
_Attempt: TypeAlias = Callable[[Frame, list[Value]], object]


def call(resolver: Resolver, node: Call) -> Run:
    """Bind a call; where an argument is of the wrong type, the result is null."""
    arguments = tuple(resolver.bind(argument) for argument in node.arguments)
    attempts = tuple(
        _attempt(form, len(arguments))
        for form in FUNCTIONS[node.function].forms
        if form.takes(len(arguments), node.names)
    )

    def run(frame: Frame) -> Value:
        values = [argument(frame) for argument in arguments]
        for attempt in attempts:
            result = attempt(frame, values)
            if result is not MISFIT:
                return result  # type: ignore[return-value] # MISFIT is the only other object
        return None

    return run


def _attempt(form: Form, count: int) -> _Attempt:
    body, kinds = form.body, form.kinds(count)
    if form.gathers and count > 1:
        return lambda frame, values: body(frame, tuple(values))

    def attempt(frame: Frame, values: list[Value]) -> object:
        fit = [fitted(value, kind) for value, kind in zip(values, kinds, strict=True)]
        return MISFIT if MISFIT in fit else body(frame, *fit)

    return attempt
