"""Everything that is particular to PostgreSQL: how to connect, begin, hold and insert.

The twin of `workflow.store.sqlite`. Commands run at READ COMMITTED and hold the row of their case
from the beginning: what two of them could disturb is one case, and waiting for it is simpler than
trying again (ADR 0023).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.sql import SQL, Identifier
from psycopg.types.string import StrDumperUnknown
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Executable,
    Integer,
    Table,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from typing_extensions import override

from workflow.store.turns import AllAtOnce

#: Several transactions write at the same time, in several processes.
ONE_WRITER = False

#: Each statement sees what others have committed before it; what is to be changed is held first.
BEGIN_WRITING = "begin isolation level read committed"
BEGIN_READING = "begin isolation level repeatable read read only"

#: What can be lifted of `_OPTIONS`, for work that takes long.
_LIMITS = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")

#: Has a number that the server gives go on behind the largest there is; nothing for other columns.
_GO_ON = text(
    "select setval(sequence, greatest(last, 1), last > 0) from (select"
    " pg_get_serial_sequence(:table, :column) as sequence, :last as last) as given"
    " where sequence is not null"
)

_HOLD = text("select pg_advisory_xact_lock(hashtextextended(:name, 0))")

#: What the server does for each connection, unless the URL says otherwise in `options`: nobody
#: waits for ever, and a process that froze in the middle of a transaction does not hold its case.
_OPTIONS: Mapping[str, str] = {
    "timezone": "UTC",
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    # Compiling a plan would take longer than running any of ours.
    "jit": "off",
}

#: What the driver does, unless the URL says otherwise: a server that has vanished is noticed.
_CONNECTING: Mapping[str, str] = {
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
    "application_name": "fingerpost",
}

#: Connections of one process: as many as it has threads, at rest a few.
_AT_REST, _MOST = 4, 24
#: Seconds to wait for one that is free.
_FREE_SECONDS = 10

#: Classes of SQLSTATE that say that the database cannot be used: no connection, no resources,
#: shut down or timed out, system errors.
_TROUBLE_CLASSES = frozenset({"08", "53", "57", "58"})
_TROUBLE = frozenset(
    {
        "25006",  # read-only: a standby, or a server that was told to be
        "25P03",  # idle in a transaction for too long
        "40001",  # could not be put in a row with others
        "40P01",  # waited in a circle
        "55P03",  # a lock that did not become free
        "XX001",  # damaged data
        "XX002",  # damaged index
    }
)

#: A server that confirms before it has written would break what "saved" promises.
_DURABLE = (
    "select set_config('synchronous_commit', 'on', false)"
    " where current_setting('synchronous_commit') = 'off'"
)


class _Text(StrDumperUnknown):
    """Text on its way in. What PostgreSQL cannot hold, NUL, becomes the sign for such things."""

    @override
    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "�"))


def understood(url: URL) -> URL:
    """Return the URL with the driver that we use."""
    if not url.database:
        raise ValueError(
            "Expected the name of a database, as in"
            " postgresql://fingerpost@db.example.org/fingerpost."
        )
    return url.set(drivername="postgresql+psycopg")


def engines(url: URL) -> tuple[Engine, Engine]:
    """Return the engine for transactions that write and for those that read: the same."""
    given = url.query.get("options", "")
    ours = " ".join(f"-c {name}={value}" for name, value in _OPTIONS.items())
    settings = {"options": f"{ours} {given}".strip()}
    settings |= {name: value for name, value in _CONNECTING.items() if name not in url.query}
    engine = create_engine(
        url.update_query_dict(settings),
        pool_size=_AT_REST,
        max_overflow=_MOST - _AT_REST,
        pool_timeout=_FREE_SECONDS,
        # The one that was used last is the one that is surely alive.
        pool_use_lifo=True,
        # The driver must not begin transactions by itself.
        connect_args={"autocommit": True},
        # Values are personal: an error must not carry them into a log.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: psycopg.Connection, _record: object) -> None:
        connection.adapters.register_dumper(str, _Text)
        connection.execute(_DURABLE)

    return engine, engine


def turns() -> AllAtOnce:
    """Return how the threads of a process take turns: they do not, the database locks rows."""
    return AllAtOnce()


def lift_limits(connection: Connection) -> None:
    """Let a transaction take as long as it takes."""
    for limit in _LIMITS:
        connection.exec_driver_sql(f"set local {limit} = 0")


def damage(connection: Connection) -> tuple[str, ...]:
    """Return nothing: a server looks after its files itself (data checksums)."""
    del connection
    return ()


def load(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert very many rows; numbers that the server gives go on behind them."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    names = [column.name for column in table.c]
    into = SQL("copy {} ({}) from stdin").format(
        Identifier(table.name), SQL(", ").join(map(Identifier, names))
    )
    try:
        with driver.cursor() as cursor, cursor.copy(into) as copy:
            for row in rows:
                copy.write_row([row[name] for name in names])
    except psycopg.Error as error:
        raise DBAPIError(str(into), None, error) from error
    for column in table.c:
        if isinstance(column.type, Integer):
            last = connection.execute(select(func.max(column))).scalar_one() or 0
            given = {"table": table.name, "column": column.name, "last": last}
            connection.execute(_GO_ON, given)


def prepare_upgrade(connection: Connection) -> None:
    """Wait until no other process upgrades the tables, for as long as it takes, and keep others."""
    lift_limits(connection)
    hold(connection, "upgrade")


def hold(connection: Connection, name: str) -> None:
    """Hold a name to the end of the transaction; others who want it wait until then."""
    connection.execute(_HOLD, {"name": f"fingerpost {name}"})


@cache
def insert_once(table: Table) -> Executable:
    """Return an insert that does nothing where a unique value of the row is there already."""
    # How many rows were inserted is asked once the driver's cursor is closed.
    return insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


@cache
def insert_or_update(table: Table, keys: tuple[str, ...], others: tuple[str, ...]) -> Executable:
    """Return an insert that overwrites `others` where `keys` are there already."""
    statement = insert(table)
    overwritten = {name: statement.excluded[name] for name in others}
    return statement.on_conflict_do_update(index_elements=keys, set_=overwritten)


def is_trouble(error: DBAPIError) -> bool:
    """Return whether the database cannot be used, rather than the statement being wrong."""
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # the driver's own words: no connection could be made, or it broke
        return isinstance(error.orig, psycopg.OperationalError | psycopg.InterfaceError)
    return state in _TROUBLE or state[:2] in _TROUBLE_CLASSES
