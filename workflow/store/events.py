"""The history of a case as rows: only ever added to, each chained to the one before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, select

from workflow.model.actor import SYSTEM, Actor
from workflow.model.case import Event
from workflow.store.cases import CaseRow
from workflow.store.database import Transaction
from workflow.store.history import (
    Entry,
    Link,
    content_hash,
    details_text,
    event_hash,
    verify,
)
from workflow.store.tables import case, event

_INSERT = event.insert()


class History:
    """The events that one move adds to a case; written together at its end."""

    def __init__(self, row: CaseRow) -> None:
        self._case_id = row.case.id
        self.length = row.history_length
        self.head = row.history_head
        self._links: list[Link] = []

    def add(
        self,
        kind: str,
        *,
        by: Actor,
        at: datetime,
        step: str | None = None,
        details: Mapping[str, Any] | None = None,
        sealed: bytes | None = None,
    ) -> int:
        """Add what happened and return its sequence number.

        Args:
            kind: What happened, e.g. `"TaskCompleted"`.
            by: Who did it.
            at: When; aware.
            step: The step that it is about.
            details: JSON values by name; nothing personal.
            sealed: The sealed content that it vouches for.
        """
        entry = Entry(
            case_id=self._case_id,
            sequence=self.length + 1,
            at=at,
            kind=kind,
            by_account=None if by == SYSTEM else by.id,
            by_name=by.name,
            step=step,
            details=details or {},
            content_hash=None if sealed is None else content_hash(sealed),
        )
        link = Link(entry=entry, previous_hash=self.head, hash=event_hash(entry, self.head))
        self._links.append(link)
        self.length, self.head = entry.sequence, link.hash
        return entry.sequence

    def write(self, tx: Transaction) -> None:
        """Write what has been added."""
        if self._links:
            tx.execute(_INSERT, [_values(link) for link in self._links])


def of_case(tx: Transaction, case_id: str) -> tuple[Event, ...]:
    """Return the history of a case, oldest first."""
    return tuple(
        Event(
            sequence=link.entry.sequence,
            at=link.entry.at,
            kind=link.entry.kind,
            by=link.entry.by_name,
            step=link.entry.step,
            details=link.entry.details,
        )
        for link in _links(tx, case_id)
    )


def first_break(tx: Transaction, case_id: str) -> int | None:
    """Return the sequence number at which a case's history is first broken; None if it is whole."""
    length, head = tx.execute(
        select(case.c.history_length, case.c.history_head).where(case.c.id == case_id)
    ).one()
    return verify(_links(tx, case_id), length=length, head=head)


def _links(tx: Transaction, case_id: str) -> list[Link]:
    found = tx.execute(select(event).where(event.c.case_id == case_id).order_by(event.c.sequence))
    return [_link(one) for one in found]


def _link(found: Row[tuple[object, ...]]) -> Link:
    return Link(
        entry=Entry(
            case_id=found.case_id,
            sequence=found.sequence,
            at=found.at,
            kind=found.kind,
            by_account=found.by_account,
            by_name=found.by_name,
            step=found.step,
            details=msgspec.json.decode(found.details),
            content_hash=found.content_hash,
        ),
        previous_hash=found.previous_hash,
        hash=found.hash,
    )


def _values(link: Link) -> Mapping[str, Any]:
    entry = link.entry
    return {
        "case_id": entry.case_id,
        "sequence": entry.sequence,
        "at": entry.at,
        "kind": entry.kind,
        "by_account": entry.by_account,
        "by_name": entry.by_name,
        "step": entry.step,
        "details": details_text(entry.details),
        "content_hash": entry.content_hash,
        "previous_hash": link.previous_hash,
        "hash": link.hash,
    }
