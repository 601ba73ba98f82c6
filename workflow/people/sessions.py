"""Sessions on the server's side, which can be ended there."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from workflow.ports import Time
from workflow.store import Store
from workflow.store import sessions as rows
from workflow.store.sessions import SessionRow

#: OWASP ASVS 5.0 section 7.3: a time without use, and a time in all.
IDLE = timedelta(minutes=30)
IN_ALL = timedelta(hours=12)
#: How exactly the last use is known; a row is not written at every page.
_SEEN_TO = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """What a session holds."""

    #: None before anybody has signed in.
    account_id: str | None
    #: JSON by name.
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sessions:
    """Reads and writes sessions by the token in the cookie; keeps only the token's hash."""

    store: Store
    time: Time

    def read(self, token: str) -> SessionState | None:
        """Return a session that is still good, and note that it was used; else None."""
        now = self.time.now()
        with self.store.read() as tx:
            row = rows.by_hash(tx, _hash(token), now=now)
        if row is None:
            return None
        if now - row.seen_at >= _SEEN_TO:
            with self.store.write() as tx:
                rows.touch(tx, row.token_hash, seen_at=now, ends_at=_end(row.created_at, now))
        return SessionState(account_id=row.account_id, content=row.content)

    def save(self, token: str, account_id: str | None, content: Mapping[str, Any]) -> None:
        """Write what a session holds; begins it if it is new."""
        now = self.time.now()
        with self.store.write() as tx:
            row = rows.by_hash(tx, _hash(token), now=now)
            since = row.created_at if row else now
            rows.put(tx, _row(token, account_id, content, since=since, now=now))

    def change(self, token: str, account_id: str | None, content: Mapping[str, Any]) -> bool:
        """Write what a session holds, unless it has ended; return whether it was still there.

        For a session that was read before: it may have been ended since, and must not come back.
        """
        now = self.time.now()
        with self.store.write() as tx:
            rows.hold(tx, _hash(token))
            row = rows.by_hash(tx, _hash(token), now=now)
            if row is not None:
                rows.put(tx, _row(token, account_id, content, since=row.created_at, now=now))
            return row is not None

    def end(self, token: str) -> None:
        """End one session: the token opens nothing from now on."""
        with self.store.write() as tx:
            rows.end(tx, _hash(token))

    def end_all(self, account_id: str) -> None:
        """End every session of an account."""
        with self.store.write() as tx:
            rows.end_all(tx, account_id)


def _row(
    token: str,
    account_id: str | None,
    content: Mapping[str, Any],
    *,
    since: datetime,
    now: datetime,
) -> SessionRow:
    return SessionRow(
        token_hash=_hash(token),
        account_id=account_id,
        content=content,
        created_at=since,
        seen_at=now,
        ends_at=_end(since, now),
    )


def _end(since: datetime, seen_at: datetime) -> datetime:
    return min(seen_at + IDLE, since + IN_ALL)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
