"""Pages of long lists, read from an index at a mark: the last page costs what the first one does.

A mark is the key of the row beside which a page begins, and the way to go from there. Rows that
come or go in between shift nothing: no line is shown twice or left out because of them.
"""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import msgspec

from workflow.model.page import Page

#: Lines of a page.
SIZE = 50
#: Rows that are looked at for one page at most, where some of them are no lines for this person.
_MOST = 5 * SIZE

Key = tuple[datetime | str, ...]
_Row = TypeVar("_Row")
_Line = TypeVar("_Line")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page begins, and which way it goes from there."""

    #: In the order of the list, of the row that is not on the page; None at its beginning.
    key: Key | None = None
    onwards: bool = True


def read_mark(text: str, like: Key) -> Mark:
    """Return a mark from an address; the beginning of the list where it is none.

    Args:
        text: What `write_mark` returned; anything else may have been typed.
        like: A key whose parts are of the same types.
    """
    try:
        plain = msgspec.json.decode(base64.urlsafe_b64decode(text.encode()))
        onwards, key = msgspec.convert(plain, tuple[bool, tuple[str, ...]])
        parts = [msgspec.convert(part, type(one)) for part, one in zip(key, like, strict=True)]
        return Mark(tuple(map(_aware, parts)), onwards)
    except ValueError:
        return Mark()


def _aware(part: datetime | str) -> datetime | str:
    if isinstance(part, datetime) and part.utcoffset() is None:
        raise ValueError("Expected a moment with its time zone.")
    return part


def write_mark(mark: Mark) -> str:
    """Return a mark as text for an address; nothing personal is in it."""
    return base64.urlsafe_b64encode(msgspec.json.encode((mark.onwards, mark.key or ()))).decode()


def read_page(
    mark: Mark,
    fetch: Callable[[Mark, int], Sequence[_Row]],
    key_of: Callable[[_Row], Key],
    lines_of: Callable[[Sequence[_Row]], Sequence[_Line | None]],
) -> Page[_Line]:
    """Return the page at a mark.

    Args:
        mark: Where it begins.
        fetch: (mark, count) -> the next rows from there, in the way that it goes.
        key_of: Row -> its key.
        lines_of: Rows -> the line of each; None where it is no line for this person.
    """
    found: list[tuple[Key, _Line]] = []
    here, looked, more = mark, 0, True
    while more and len(found) <= SIZE and looked < _MOST:
        rows = fetch(here, SIZE + 1)
        lines = zip(rows, lines_of(rows), strict=True)
        found += [(key_of(row), line) for row, line in lines if line is not None]
        looked, more = looked + len(rows), len(rows) > SIZE
        here = Mark(key_of(rows[-1]), mark.onwards) if rows else here
    beyond = found[SIZE - 1][0] if len(found) > SIZE else here.key
    return _page(mark, found[:SIZE], beyond if more or len(found) > SIZE else None)


def _page(mark: Mark, found: list[tuple[Key, _Line]], beyond: Key | None) -> Page[_Line]:
    """Return a page; `beyond` is where the next one in the same way begins, None for none."""
    ahead = "" if beyond is None else write_mark(Mark(beyond, mark.onwards))
    back = ""
    if mark.key is not None:
        # From where nothing is any more, the way back leads to the beginning.
        back = write_mark(Mark(found[0][0], not mark.onwards) if found else Mark())
    lines = tuple(line for _, line in found)
    if mark.onwards:
        return Page(lines=lines, previous=back, following=ahead)
    return Page(lines=lines[::-1], previous=ahead, following=back)
