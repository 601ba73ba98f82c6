"""Call a function that is a value, as deep as the budget allows."""

from pathways.feel.budget import CALLS, Meter
from pathways.feel.errors import Refused
from pathways.feel.type_names import Type
from pathways.feel.types import conforms
from pathways.feel.values import FunctionValue, Value


def call(meter: Meter, function: FunctionValue, arguments: tuple[Value, ...]) -> Value:
    """Return what a function returns; null where it does not take such arguments.

    Raises:
        Refused: If functions call functions too deep, or the budget is used up.
    """
    if len(arguments) != len(function.parameters):
        return None
    fitting: list[Value] = []
    for argument, kind in zip(arguments, function.types, strict=True):
        fits, value = _fitted(meter, argument, kind)
        if not fits:
            return None
        fitting.append(value)
    if meter.calls + function.depth > CALLS:
        raise Refused(f"Functions that call functions may stand {CALLS} levels deep, not more.")
    meter.calls += function.depth
    try:
        return function.body(meter, tuple(fitting))
    finally:
        meter.calls -= function.depth


def _fitted(meter: Meter, value: Value, kind: Type | None) -> tuple[bool, Value]:
    """Return whether a value fits a type, and as what (DMN 1.5, 10.3.2.9.4)."""
    if kind is None or conforms(meter, value, kind):
        return True, value
    if kind.name == "list":
        value = (value,)
    elif isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    else:
        return False, None
    return conforms(meter, value, kind), value
