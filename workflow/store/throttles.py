"""Counts of tries in windows of time, shared by all processes."""

from datetime import datetime

from sqlalchemy import bindparam, select

from workflow.store.database import Transaction
from workflow.store.tables import throttle

#: Counted by the database: two processes that count at the same moment count two.
_ONE_MORE = (
    throttle.update()
    .where(throttle.c.key == bindparam("of"), throttle.c.window_start == bindparam("since"))
    .values(count=throttle.c.count + 1)
)


def hold(tx: Transaction) -> None:
    """Keep others from counting until the end, so that what is counted is still true then."""
    tx.hold("count tries")


def tries(tx: Transaction, key: str, window_start: datetime) -> int:
    """Return how many tries a window has seen."""
    found = tx.execute(
        select(throttle.c.count).where(
            throttle.c.key == key, throttle.c.window_start == window_start
        )
    )
    return found.scalar_one_or_none() or 0


def count(tx: Transaction, key: str, window_start: datetime) -> None:
    """Count one more try in a window, and forget the windows before it."""
    tx.execute(
        throttle.delete().where(throttle.c.key == key, throttle.c.window_start < window_start)
    )
    window = {"key": key, "window_start": window_start}
    if not tx.insert_once(throttle, {**window, "count": 1}):
        tx.execute(_ONE_MORE, {"of": key, "since": window_start})
