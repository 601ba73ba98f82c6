"""Everything that a database holds, to be compared."""

from typing import Any

from sqlalchemy import select

from workflow.store import Store
from workflow.store.tables import metadata

Contents = dict[str, list[tuple[Any, ...]]]


def everything(store: Store) -> Contents:
    """Return table -> all its rows, in one order."""
    with store.read() as tx:
        return {
            table.name: sorted((tuple(row) for row in tx.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }
