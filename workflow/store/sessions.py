"""Sessions: who is signed in, on the server's side. Only a hash of the cookie's token is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from workflow.store.database import Transaction
from workflow.store.tables import session

_HOLD = (
    select(session.c.token_hash)
    .where(session.c.token_hash == bindparam("hash"))
    .with_for_update(key_share=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One session."""

    token_hash: str
    #: None before anybody has signed in.
    account_id: str | None
    #: JSON.
    content: Mapping[str, Any]
    created_at: datetime
    seen_at: datetime
    ends_at: datetime


def hold(tx: Transaction, token_hash: str) -> None:
    """Keep others from ending a session until the end of this transaction."""
    tx.lock(_HOLD, {"hash": token_hash})


def by_hash(tx: Transaction, token_hash: str, *, now: datetime) -> SessionRow | None:
    """Return a session that has not ended."""
    found = tx.execute(
        select(session).where(session.c.token_hash == token_hash, session.c.ends_at > now)
    ).first()
    if found is None:
        return None
    return SessionRow(
        token_hash=found.token_hash,
        account_id=found.account_id,
        content=msgspec.json.decode(found.content),
        created_at=found.created_at,
        seen_at=found.seen_at,
        ends_at=found.ends_at,
    )


def put(tx: Transaction, row: SessionRow) -> None:
    """Write a session, in place of what it was."""
    values = {
        "token_hash": row.token_hash,
        "account_id": row.account_id,
        "content": msgspec.json.encode(row.content).decode(),
        "created_at": row.created_at,
        "seen_at": row.seen_at,
        "ends_at": row.ends_at,
    }
    tx.insert_or_update(session, values, keys=("token_hash",))


def touch(tx: Transaction, token_hash: str, *, seen_at: datetime, ends_at: datetime) -> None:
    """Write that a session was used, if it is still there."""
    tx.execute(
        session.update()
        .where(session.c.token_hash == token_hash)
        .values(seen_at=seen_at, ends_at=ends_at)
    )


def end(tx: Transaction, token_hash: str) -> None:
    """End one session."""
    tx.execute(session.delete().where(session.c.token_hash == token_hash))


def end_all(tx: Transaction, account_id: str) -> None:
    """End every session of an account."""
    tx.execute(session.delete().where(session.c.account_id == account_id))


def forget_ended(tx: Transaction, *, now: datetime) -> None:
    """Delete the sessions whose time is up."""
    tx.execute(session.delete().where(session.c.ends_at <= now))
