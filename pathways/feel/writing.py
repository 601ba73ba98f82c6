"""Write values as text, as FEEL writes them."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from pathways.feel import decimals, moments
from pathways.feel.budget import DEPTH, Meter
from pathways.feel.errors import Refused
from pathways.feel.values import FunctionValue, Range, Value


def written(meter: Meter, value: Value, depth: int = 0) -> str:
    """Write a value as FEEL does: texts inside lists and contexts stand in quotes.

    Raises:
        Refused: If it is too long, or lists stand too deep in one another.
    """
    if depth > DEPTH:
        raise Refused("Lists and contexts stand too deep in one another to be written.")
    text = _written(meter, value, depth)
    meter.text(len(text))
    return text


def _written(meter: Meter, value: Value, depth: int) -> str:
    if isinstance(value, str):
        return _quoted(value) if depth else value
    if isinstance(value, tuple):
        meter.charge(len(value))
        return f"[{', '.join([written(meter, item, depth + 1) for item in value])}]"
    if isinstance(value, Mapping):
        meter.charge(len(value))
        pairs = [f"{_key(key)}: {written(meter, item, depth + 1)}" for key, item in value.items()]
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, Range):
        return _range(meter, value, depth)
    return _scalar(value)


def _scalar(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return decimals.written(value)
    if isinstance(value, FunctionValue):
        return f"function({', '.join(value.parameters)})"
    return moments.written(value) if isinstance(value, date | time) else str(value)


def _range(meter: Meter, bounds: Range, depth: int) -> str:
    low, high = written(meter, bounds.low, depth + 1), written(meter, bounds.high, depth + 1)
    if bounds.low is None:
        return f"({'<=' if bounds.high_included else '<'} {high})"
    if bounds.high is None:
        return f"({'>=' if bounds.low_included else '>'} {low})"
    opening, closing = "[" if bounds.low_included else "(", "]" if bounds.high_included else ")"
    return f"{opening}{low}..{high}{closing}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _key(key: str) -> str:
    return key if key.isidentifier() else _quoted(key)
