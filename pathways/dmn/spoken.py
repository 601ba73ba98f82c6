"""How the values a table looked at are said in a message."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pathways.feel import Value

_LONGEST = 60


def looked_at(inputs: Mapping[str, Value]) -> str:
    """Return every input with its value: `“Age” 12 and “Lives with” not answered`."""
    said = [f"“{label}” {say(value)}" for label, value in inputs.items()]
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def say(value: Value) -> str:
    """Return a value as a person would say it, cut short where it is long."""
    if value is None:
        return "not answered"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{_short(value)}”"
    if isinstance(value, tuple):
        return _short(", ".join(say(part) for part in value)) if value else "an empty list"
    return _short(_plain(value))


def _plain(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if type(value) is date:
        return f"{value.day} {value:%B %Y}"
    return str(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
