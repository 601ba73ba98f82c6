"""What a file says that only its picture needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What a file says that only its picture needs, by element id."""

    #: Names and notes with the spaces and line breaks that somebody typed, where there are more
    #: than one between two words.
    written: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    #: Message flows that carry an envelope -> the name of the message in it; may be empty.
    envelopes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    #: Elements whose name is that of what they refer to: it is not written at their shape.
    borrowed: frozenset[str] = frozenset()
    #: Steps that begin a case when a message comes.
    beginning: frozenset[str] = frozenset()
    #: Arrows that carry a condition, and be it an empty one.
    conditional: frozenset[str] = frozenset()
    #: Lines of the diagram part without way points.
    straight: frozenset[str] = frozenset()
