"""A type as it is written after `instance of` and beside a parameter: `list<number>`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """A type of FEEL by its name, and what it holds where that is said."""

    name: str
    #: Of a list or a range: the type of what it holds. Of a function: those of its parameters.
    of: tuple["Type", ...] = ()
    #: Of a context: entry -> type.
    entries: tuple[tuple[str, "Type"], ...] = ()
    #: Of a function: the type of what it returns; None where none is said.
    result: "Type | None" = None


ANY = Type("Any")
