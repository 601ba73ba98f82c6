"""Everything that is particular to SQLite: how to connect, begin and insert.

The twin of `workflow.store.postgresql`.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import URL, Connection, Engine, Executable, Table, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from workflow.store.turns import OneAtATime

#: Seconds to wait for another process that is writing, unless the URL says `?timeout=`.
BUSY_SECONDS = 10.0

#: Rows that are loaded by one statement.
_BATCH = 1_000

#: `synchronous=FULL` syncs on every commit: what was answered "saved" survives a power cut.
_PRAGMAS = (
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    # Without it, "insert or replace" would slip past the triggers of append-only tables.
    "pragma recursive_triggers = on",
)

#: What SQLite says when the database cannot be used, as opposed to a statement that is wrong.
_TROUBLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CORRUPT,
    }
)

#: Of all processes together, one transaction writes at a time.
ONE_WRITER = True

#: Sent by the store: a listener that sends it would make every other statement a quarter more
#: costly. One that writes takes the write lock at once.
BEGIN_WRITING = "begin immediate"
BEGIN_READING = "begin deferred"


def understood(url: URL) -> URL:
    """Return the URL of a file that every process and thread can open."""
    if url.database in (None, "", ":memory:"):
        raise ValueError("Expected a SQLite file such as sqlite:////srv/fingerpost.db.")
    return url


def lift_limits(connection: Connection) -> None:
    """Do nothing: there are none."""


def damage(connection: Connection) -> tuple[str, ...]:
    """Return what SQLite finds wrong with its own file, looking through all of it."""
    found = [str(line) for (line,) in connection.exec_driver_sql("pragma integrity_check")]
    return () if found == ["ok"] else tuple(found)


def load(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert very many rows; SQLite's numbers go on behind the largest by themselves."""
    left, statement = iter(rows), table.insert()
    while batch := list(islice(left, _BATCH)):
        connection.execute(statement, batch)


def prepare_upgrade(connection: Connection) -> None:
    """Do nothing: who writes is alone."""


def hold(connection: Connection, name: str) -> None:
    """Do nothing: who writes is alone, and has been from the beginning."""


def engines(url: URL) -> tuple[Engine, Engine]:
    """Return the engine for transactions that write, and the one for those that read."""
    return writing_engine(url), reading_engine(url)


def turns() -> OneAtATime:
    """Return how the threads of a process take turns: one at a time, in the order they came."""
    return OneAtATime()


def writing_engine(url: URL) -> Engine:
    """Return an engine with one connection, for transactions that write."""
    return _engine(url, pragmas=_PRAGMAS, connections=1)


def reading_engine(url: URL) -> Engine:
    """Return an engine whose transactions see one moment of the database and cannot write."""
    pragmas = (*_PRAGMAS, "pragma query_only = on")
    return _engine(url, pragmas=pragmas, connections=16)


@cache
def insert_once(table: Table) -> Executable:
    """Return an insert that does nothing where a unique value of the row is there already."""
    return insert(table).on_conflict_do_nothing()


@cache
def insert_or_update(table: Table, keys: tuple[str, ...], others: tuple[str, ...]) -> Executable:
    """Return an insert that overwrites `others` where `keys` are there already."""
    statement = insert(table)
    overwritten = {name: statement.excluded[name] for name in others}
    return statement.on_conflict_do_update(index_elements=keys, set_=overwritten)


def is_trouble(error: DBAPIError) -> bool:
    """Return whether the database cannot be used, rather than the statement being wrong."""
    primary = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return primary in _TROUBLE


def _engine(url: URL, *, pragmas: Sequence[str], connections: int) -> Engine:
    if "timeout" not in url.query:
        url = url.update_query_dict({"timeout": str(BUSY_SECONDS)})
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        # The driver must not begin transactions by itself.
        connect_args={"isolation_level": None},
        # Values are personal: an error must not carry them into a log.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma).close()

    return engine
