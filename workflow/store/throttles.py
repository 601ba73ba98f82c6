"""Counts of tries in windows of time, shared by all processes."""

from datetime import datetime

from sqlalchemy import select

from workflow.store.database import Transaction
from workflow.store.tables import throttle


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
    row = {"key": key, "window_start": window_start, "count": tries(tx, key, window_start) + 1}
    tx.insert_or_update(throttle, row, keys=("key", "window_start"))
