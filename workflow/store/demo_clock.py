"""How far the time of a demonstration runs ahead; one row at most."""

from datetime import timedelta

from sqlalchemy import select

from workflow.store.database import Transaction
from workflow.store.tables import demo_clock


def ahead(tx: Transaction) -> timedelta:
    """Return by how much demo time runs ahead; to the second."""
    seconds = tx.execute(select(demo_clock.c.offset_seconds)).scalar_one_or_none()
    return timedelta(seconds=seconds or 0)


def set_ahead(tx: Transaction, by: timedelta) -> None:
    """Write by how much demo time runs ahead."""
    row = {"id": 1, "offset_seconds": int(by.total_seconds())}
    tx.insert_or_update(demo_clock, row, keys=("id",))
