"""What the columns of a table may hold: the types a file names, and the values it allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal

from lxml.etree import _Element as Element

from pathways.dmn.names import attribute, child, children, text_of
from pathways.feel import Expression, UnaryTests, Value

#: FEEL's own types, and the names that editors write for them -> what a value of it is.
_KINDS: Mapping[str, type] = {
    "string": str,
    "boolean": bool,
    "number": Decimal,
    "integer": Decimal,
    "long": Decimal,
    "double": Decimal,
    "date": date,
    "time": time,
    "dateTime": datetime,
    "date and time": datetime,
}

#: Two moments: what says the same at both does not depend on the clock.
_MOMENTS = (
    datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC),
    datetime(2030, 11, 12, 13, 14, 15, tzinfo=UTC),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedType:
    """A type that the file itself defines (a DMN item definition)."""

    base: str
    #: The element with the allowed values; None where the type allows all of its base's.
    allowed: Element | None


def named_types(definitions: Element) -> dict[str, NamedType]:
    """Return the types that a file defines, by name."""
    found = {}
    for item in children(definitions, "itemDefinition"):
        constraint = child(item, "typeConstraint")
        found[attribute(item, "name")] = NamedType(
            base=text_of(child(item, "typeRef")),
            allowed=child(item, "allowedValues") if constraint is None else constraint,
        )
    return found


def fits_type(value: Value, type_ref: str) -> bool:
    """Whether a value is of a type; null is of every type, and unknown types take everything."""
    kind = _KINDS.get(type_ref.rpartition(":")[2])
    if kind is None or value is None or isinstance(value, tuple):
        return True
    return type(value) is kind


def fits_allowed(value: Value, allowed: UnaryTests) -> bool:
    """Whether a value is among those allowed; of a list, each part."""
    if allowed.any or allowed.names:
        return True
    parts = value if isinstance(value, tuple) else (value,)
    return all(allowed.test(part, {}, now=_MOMENTS[0]) for part in parts)


def constant(expression: Expression) -> tuple[Value] | None:
    """Return the one value that an expression always has, in a tuple; None where it depends.

    Raises:
        pathways.feel.Refused: If it goes over its budget.
    """
    if expression.names:
        return None
    first, second = (expression.evaluate({}, now=moment) for moment in _MOMENTS)
    return (first,) if first == second else None
