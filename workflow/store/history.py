"""The history's chain: each event carries the hash of the one before. Pure; no database.

What was edited, deleted or swapped shows in the chain itself. A chain that was cut at its end
shows against the length and head that the case keeps of it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

#: What the first event of a case names as the hash before it.
BEFORE_ALL = "0" * 64

_canonical = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event as it is hashed: every column of its row but the two hashes of the chain."""

    case_id: str
    #: Counts the events of the case from 1.
    sequence: int
    #: Aware.
    at: datetime
    kind: str
    #: Id of the account; None where the house itself acted.
    by_account: str | None
    by_name: str
    step: str | None
    #: JSON values by name; nothing personal.
    details: Mapping[str, Any]
    #: `content_hash` of the sealed content that it is about; None where there is none.
    content_hash: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An entry with the hashes that were kept with it."""

    entry: Entry
    previous_hash: str
    hash: str


def event_hash(entry: Entry, previous: str) -> str:
    """Return the hash of an event; hexadecimal SHA-256 over canonical JSON.

    Args:
        entry: The event.
        previous: Hash of the event before it; `BEFORE_ALL` for the first.

    Raises:
        ValueError: If its moment is naive.
    """
    if entry.at.utcoffset() is None:
        raise ValueError("Expected a moment with its time zone.")
    told = (
        previous,
        entry.case_id,
        entry.sequence,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.kind,
        entry.by_account,
        entry.by_name,
        entry.step,
        entry.details,
        entry.content_hash,
    )
    return hashlib.sha256(_canonical(told)).hexdigest()


def content_hash(sealed: bytes) -> str:
    """Return the hash by which an event vouches for content: hexadecimal SHA-256.

    Of the content as sealed, not as written: a hash of "yes" would give the answer away, and
    it can be checked, or the content erased, without opening it.
    """
    return hashlib.sha256(sealed).hexdigest()


def details_text(details: Mapping[str, Any]) -> str:
    """Return the details of an event as they are kept in its row: canonical JSON."""
    return _canonical(details).decode()


def verify(links: Iterable[Link], *, length: int, head: str) -> int | None:
    """Return the sequence number at which a case's history is first broken; None if it is whole.

    Args:
        links: The events as kept, in the order of their sequence numbers.
        length: How many events the case says that it has.
        head: The hash of the last event, as the case says; `BEFORE_ALL` where it has none.
    """
    previous, expected = BEFORE_ALL, 1
    for link in links:
        if not _fits(link, previous, expected):
            return expected
        previous, expected = link.hash, expected + 1
    if expected != length + 1:
        return min(expected, length + 1)
    return None if previous == head else max(length, 1)


def _fits(link: Link, previous: str, expected: int) -> bool:
    return (
        link.entry.sequence == expected
        and link.previous_hash == previous
        and link.hash == event_hash(link.entry, previous)
    )
