"""An XML element, as far as the readers look at it; the library hands out lxml's."""

from collections.abc import Iterator
from typing import Protocol


class Node(Protocol):
    """One element of the drawing's file."""

    @property
    def tag(self) -> str:
        """The name with its namespace, as `{namespace}name`."""

    @property
    def text(self) -> str | None:
        """The text before the first child."""

    def get(self, key: str, /) -> str | None:
        """Return an attribute."""

    def iter(self, tag: str, /) -> Iterator["Node"]:
        """Yield the elements of a name, at any depth."""

    def __iter__(self) -> Iterator["Node"]:
        """Yield the children."""
