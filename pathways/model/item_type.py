"""The types that a DMN file gives its data: what a value is, and which values it may have."""

from dataclasses import dataclass, field

from pathways.feel import UnaryTests


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemType:
    """A type of FEEL, or one that a file defines (a DMN item definition)."""

    #: As the file calls it.
    name: str
    #: FEEL's own name of it: `"number"`, `"list"`, `"context"`, `"Any"`.
    kind: str
    #: Of a list: the type of its items.
    items: "ItemType | None" = None
    #: Of a context: entry -> type.
    components: tuple[tuple[str, "ItemType"], ...] = field(default=(), repr=False)
    #: The values it may have; where there are several, all of them must allow a value.
    allowed: tuple[UnaryTests, ...] = ()
