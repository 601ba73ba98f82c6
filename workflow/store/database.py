"""The database: transactions that write, one at a time, and reads that see one moment.

A store is for one process. Fork only while it is closed; each process then opens it for itself.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self, TypeVarTuple, overload

from sqlalchemy import URL, Connection, CursorResult, Engine, Executable, Table, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.sql.selectable import TypedReturnsRows

from workflow.store import sqlite
from workflow.store.errors import StoreUnavailable
from workflow.store.migrating import upgrade
from workflow.store.turns import Turns

_Columns = TypeVarTuple("_Columns")
_Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Transaction:
    """One transaction: everything in it is kept, or nothing is. Knows nothing of cases."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._afterwards: list[Callable[[], None]] = []

    @overload
    def execute(
        self, statement: TypedReturnsRows[*_Columns], rows: _Rows | None = None
    ) -> CursorResult[*_Columns]: ...

    @overload
    def execute(
        self, statement: Executable, rows: _Rows | None = None
    ) -> CursorResult[*tuple[Any, ...]]: ...

    def execute(
        self, statement: Executable, rows: _Rows | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement, once or once for each of `rows` (column -> value)."""
        return self._connection.execute(statement, rows)

    def insert_once(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Insert a row unless its unique values are there already; return whether it was new."""
        return self._connection.execute(sqlite.insert_once(table), row).rowcount == 1

    def insert_or_update(
        self, table: Table, row: Mapping[str, Any], *, keys: Sequence[str]
    ) -> None:
        """Insert a row, or overwrite the other columns of the one that has the same `keys`."""
        others = tuple(name for name in row if name not in keys)
        self._connection.execute(sqlite.insert_or_update(table, tuple(keys), others), row)

    def after_commit(self, action: Callable[[], None]) -> None:
        """Have `action` called once the transaction is kept; never if it is not."""
        self._afterwards.append(action)

    def run_afterwards(self) -> None:
        """Call what waits for the commit; for the store alone."""
        for action in self._afterwards:
            action()


class Store:
    """The database of one council. May be shared by all threads of a process."""

    def __init__(self, url: str) -> None:
        """Name the database; nothing is opened yet.

        Args:
            url: `"sqlite:////absolute/path"` or `"sqlite:///relative/path"`.

        Raises:
            ValueError: If it is not a SQLite file.
        """
        self._url = _file_url(url)
        self._turns = Turns()
        self._writing = sqlite.writing_engine(self._url)
        self._reading = sqlite.reading_engine(self._url)
        #: The process that has connections open; None while there is none.
        self._process: int | None = None

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Open the transaction of one command: commit at the end, roll back on an error.

        Raises:
            StoreUnavailable: If the database is busy, full, read-only or gone.
            RuntimeError: If this thread is writing already, or the process has forked.
        """
        with self._turns.one(), self._begun(self._writing, sqlite.BEGIN_WRITING) as connection:
            transaction = Transaction(connection)
            yield transaction
        transaction.run_afterwards()

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Open a view of one moment, however long it takes; it cannot write.

        Raises:
            StoreUnavailable: If the database cannot be read.
            RuntimeError: If the process has forked.
        """
        with self._begun(self._reading, sqlite.BEGIN_READING) as connection:
            yield Transaction(connection)

    def upgrade(self) -> None:
        """Bring the tables up to this release, in one transaction; does nothing if they are."""
        with self._turns.one(), self._begun(self._writing, sqlite.BEGIN_WRITING) as connection:
            upgrade(connection)

    def close(self) -> None:
        """Close all connections that are not in use; the store opens again when it is used."""
        self._writing.dispose()
        self._reading.dispose()
        self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _begun(self, engine: Engine, begin: str) -> Iterator[Connection]:
        self._stay_in_one_process()
        try:
            with engine.connect() as connection, connection.begin():
                connection.exec_driver_sql(begin)
                yield connection
        except NoConnectionFree as error:
            raise StoreUnavailable from error
        except DBAPIError as error:
            if sqlite.is_trouble(error):
                raise StoreUnavailable from error
            raise

    def _stay_in_one_process(self) -> None:
        # A SQLite connection carried over a fork can destroy the file (see
        # sqlite.org/howtocorrupt.html §2.6).
        if self._process not in (None, os.getpid()):
            raise RuntimeError("Expected the store to be closed before a fork, but it was open.")
        self._process = os.getpid()


def _file_url(url: str) -> URL:
    """Return the URL read; every process and thread must be able to open the same database."""
    read = make_url(url)
    if read.get_backend_name() != "sqlite" or read.database in (None, "", ":memory:"):
        raise ValueError("Expected a SQLite file such as sqlite:////srv/fingerpost.db.")
    return read
