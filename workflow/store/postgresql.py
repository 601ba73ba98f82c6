"""Everything that is particular to PostgreSQL: how to connect, begin, hold and insert.

Commands run at READ COMMITTED and hold the row of their case from the beginning: what two of them
could disturb is one case, and waiting for it is simpler than trying again. Reads see one moment.
"""

from functools import cache

from sqlalchemy import URL, Connection, Engine, Executable, Table, create_engine, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

#: Several transactions write at the same time, in several processes.
ONE_WRITER = False

#: Connections of one process, for writing and for reading each.
_CONNECTIONS = 10
#: Nobody waits for ever: milliseconds for a lock, for a statement, and for a process that has begun
#: a transaction and does not go on with it.
_PATIENCE = {
    "lock_timeout": 10_000,
    "statement_timeout": 60_000,
    "idle_in_transaction_session_timeout": 60_000,
}
_CONNECT_SECONDS = 5
#: SQLSTATE classes and codes that say that the database cannot be used just now: connection lost,
#: no resources, told to stop, system error, data damaged; read-only, no lock to be had, deadlock.
#: Source: PostgreSQL 18, appendix A.
_TROUBLED_CLASSES = frozenset({"08", "53", "57", "58", "XX"})
_TROUBLED = frozenset({"25006", "55P03", "40P01", "40001"})

_HOLD = text("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
_UPGRADE = "fingerpost upgrade"


def understood(url: URL) -> URL:
    """Return the URL with the driver that we use."""
    if not url.database:
        raise ValueError(
            "Expected the name of a database, as in"
            " postgresql://fingerpost@db.example.org/fingerpost."
        )
    return url.set(drivername="postgresql+psycopg")


def writing_engine(url: URL) -> Engine:
    """Return an engine for transactions that write."""
    return _engine(url, isolation_level="READ COMMITTED")


def reading_engine(url: URL) -> Engine:
    """Return an engine whose transactions see one moment of the database and cannot write."""
    engine = _engine(url, isolation_level="REPEATABLE READ")
    return engine.execution_options(postgresql_readonly=True)


def begin_writing(connection: Connection) -> None:
    """Leave it to the driver, which begins with the first statement."""


def begin_reading(connection: Connection) -> None:
    """Leave it to the driver, which begins with the first statement."""


def prepare_upgrade(connection: Connection) -> None:
    """Wait until no other process upgrades the tables, and keep others waiting."""
    connection.execute(text("set local lock_timeout = 0"))
    hold(connection, _UPGRADE)


def hold(connection: Connection, name: str) -> bool:
    """Hold a name to the end of the transaction; others have to wait for it."""
    connection.execute(_HOLD, {"name": name})
    return True


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
    state: str | None = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state is None:
        return True
    return state[:2] in _TROUBLED_CLASSES or state in _TROUBLED


def _engine(url: URL, *, isolation_level: str) -> Engine:
    settings = " ".join(f"-c {name}={value}" for name, value in _PATIENCE.items())
    return create_engine(
        url,
        poolclass=QueuePool,
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=_PATIENCE["lock_timeout"] / 1000,
        # A connection whose server was restarted meanwhile is replaced before anybody notices.
        pool_pre_ping=True,
        isolation_level=isolation_level,
        connect_args={"options": settings, "connect_timeout": _CONNECT_SECONDS},
        # Values are personal: an error must not carry them into a log.
        hide_parameters=True,
    )
