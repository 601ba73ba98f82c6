"""A page: a part of a list that may be long, with marks that lead to the parts beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_Line = TypeVar("_Line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[_Line]):
    """Some lines of a list, in its order."""

    lines: tuple[_Line, ...]
    #: Marks of the pages before and after this one, as text for an address; empty for none.
    previous: str = ""
    following: str = ""

    def __iter__(self) -> Iterator[_Line]:
        """Yield the lines of this page."""
        return iter(self.lines)

    def __len__(self) -> int:
        """Return how many lines this page has."""
        return len(self.lines)

    @property
    def whole(self) -> bool:
        """Whether this page is the whole list."""
        return not self.previous and not self.following
