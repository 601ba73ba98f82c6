"""How often something may be tried: counted in windows of the clock, by hashed key."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workflow.store import Transaction, throttles


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many tries in so many seconds."""

    tries: int
    seconds: int


def again_at(tx: Transaction, key: str, limit: Limit, *, now: datetime) -> datetime | None:
    """Return when the next try is allowed; None where one is allowed now."""
    start = _window(limit, now)
    if throttles.tries(tx, _hash(key), start) < limit.tries:
        return None
    return start + timedelta(seconds=limit.seconds)


def count(tx: Transaction, key: str, limit: Limit, *, now: datetime) -> None:
    """Count one try."""
    throttles.count(tx, _hash(key), _window(limit, now))


def _window(limit: Limit, now: datetime) -> datetime:
    seconds = int(now.timestamp())
    return datetime.fromtimestamp(seconds - seconds % limit.seconds, UTC)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
