"""The database: transactions that write, and reads that see one moment.

A store is for one process. Fork only while it is closed; each process then opens it for itself.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self, TypeVarTuple, overload

from sqlalchemy import (
    URL,
    Connection,
    CursorResult,
    Engine,
    Executable,
    RootTransaction,
    Row,
    Table,
    make_url,
)
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.sql.selectable import TypedReturnsRows

from workflow.store.backend import Backend, backend_of
from workflow.store.errors import StoreUnavailable
from workflow.store.migrating import upgrade

_Columns = TypeVarTuple("_Columns")
_Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]
#: Rows that a stream fetches at once.
_BATCH = 1_000
#: Of inserts, SQLAlchemy forgets how many rows they wrote unless it is told.
_COUNTED = {"preserve_rowcount": True}


class Transaction:
    """One transaction: everything in it is kept, or nothing is. Knows nothing of cases."""

    def __init__(self, connection: Connection, backend: Backend) -> None:
        self._connection = connection
        self._backend = backend
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
        statement = self._backend.insert_once(table)
        return self._connection.execute(statement, row, execution_options=_COUNTED).rowcount == 1

    def insert_or_update(
        self, table: Table, row: Mapping[str, Any], *, keys: Sequence[str]
    ) -> None:
        """Insert a row, or overwrite the other columns of the one that has the same `keys`."""
        others = tuple(name for name in row if name not in keys)
        statement = self._backend.insert_or_update(table, tuple(keys), others)
        self._connection.execute(statement, row)

    def hold(self, name: str) -> None:
        """Hold a name, such as a form's key, to the end: others who want it wait until then."""
        self._backend.hold(self._connection, name)

    def lock(self, statement: Executable, values: _Rows) -> None:
        """Keep others from changing rows until the end; waits for those who are changing them.

        Args:
            statement: Selects the rows `for update`. It is not sent where a writer is alone.
            values: Name -> value in the statement.
        """
        if not self._backend.ONE_WRITER:
            self._connection.execute(statement, values)

    @property
    def driver_connection(self) -> object:
        """The driver's own connection, for a library that writes in this very transaction."""
        return self._connection.connection.driver_connection

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's connection; for what looks at whole databases, in this room alone."""
        return self._connection

    def stream(self, statement: TypedReturnsRows[*_Columns]) -> Iterator[Row[*_Columns]]:
        """Yield rows as they come, never all of them in memory."""
        options = {"stream_results": True, "yield_per": _BATCH}
        yield from self._connection.execute(statement, execution_options=options)

    def load(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert very many rows (column -> value)."""
        self._backend.load(self._connection, table, rows)

    def damage(self) -> tuple[str, ...]:
        """Return what the database finds wrong with its own file, looking through all of it."""
        return self._backend.damage(self._connection)

    def is_trouble(self, error: DBAPIError) -> bool:
        """Return whether the database cannot be used, rather than what was to be written."""
        return self._backend.is_trouble(error)

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
            url: `"sqlite:////absolute/path"`, `"sqlite:///relative/path"`, or
                `"postgresql://user:password@host/database"`.

        Raises:
            ValueError: If it is none of these.
        """
        read = _read_url(url)
        self._backend = backend_of(read)
        self._url = self._backend.understood(read)
        self._turns = self._backend.turns()
        self._writing, self._reading = self._backend.engines(self._url)
        #: The process that has connections open; None while there is none.
        self._process: int | None = None

    @property
    def alone(self) -> bool:
        """Whether the database is for one machine only."""
        return self._backend.ONE_WRITER

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Open the transaction of one command: commit at the end, roll back on an error.

        Raises:
            StoreUnavailable: If the database is busy, full, read-only or gone. Nothing is
                written, unless it went while it answered the commit: the keys of forms and jobs
                make it safe to try again.
            RuntimeError: If this thread is writing already, or the process has forked.
        """
        begin = self._backend.BEGIN_WRITING
        with self._turns.one(), self._begun(self._writing, begin) as connection:
            transaction = Transaction(connection, self._backend)
            yield transaction
        transaction.run_afterwards()

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Open a view of one moment, however long it takes; it cannot write.

        Raises:
            StoreUnavailable: If the database cannot be read.
            RuntimeError: If the process has forked.
        """
        with self._begun(self._reading, self._backend.BEGIN_READING) as connection:
            yield Transaction(connection, self._backend)

    @contextmanager
    def read_all(self) -> Iterator[Transaction]:
        """Open a view of one moment for as long as it takes to read everything.

        Raises:
            StoreUnavailable, RuntimeError: As in `read`.
        """
        with self.read() as view:
            self._backend.lift_limits(view.connection)
            yield view

    @contextmanager
    def upgrading(self) -> Iterator[Transaction]:
        """Open a transaction that changes tables; of all processes, one at a time.

        Raises:
            StoreUnavailable, RuntimeError: As in `write`.
        """
        with self.write() as tx:
            self._backend.prepare_upgrade(tx.connection)
            yield tx

    def upgrade(self) -> None:
        """Bring the tables up to this release, in one transaction; does nothing if they are."""
        with self.upgrading() as tx:
            upgrade(tx.connection)

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
            with _connected(engine, begin) as connection, _ended(connection):
                yield connection
        except NoConnectionFree as error:
            raise StoreUnavailable from error
        except DBAPIError as error:
            if self._backend.is_trouble(error):
                raise StoreUnavailable from error
            raise

    def _stay_in_one_process(self) -> None:
        # A SQLite connection carried over a fork can destroy the file (see
        # sqlite.org/howtocorrupt.html §2.6); on one to PostgreSQL, two would speak at once.
        if self._process not in (None, os.getpid()):
            raise RuntimeError("Expected the store to be closed before a fork, but it was open.")
        self._process = os.getpid()


def _read_url(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise ValueError("Expected the URL of a database, but it cannot be read.") from error


def _connected(engine: Engine, begin: str) -> Connection:
    """Return a connection on which a transaction has begun.

    One that was lost while it lay idle is replaced: nothing has happened on it yet.
    """
    try:
        return _begin(engine, begin)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    return _begin(engine, begin)


def _begin(engine: Engine, begin: str) -> Connection:
    connection = engine.connect()
    try:
        connection.begin()
        connection.exec_driver_sql(begin)
    except BaseException:
        connection.close()
        raise
    return connection


def _ended(connection: Connection) -> RootTransaction:
    """Return the transaction that has begun, which commits at its end or rolls back."""
    transaction = connection.get_transaction()
    assert transaction is not None
    return transaction
