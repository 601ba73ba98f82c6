"""What the store needs of a database system; one module each for those that we know."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import URL, Connection, Engine, Executable, Table
from sqlalchemy.exc import DBAPIError

from workflow.store import postgresql, sqlite


class Turns(Protocol):
    """Which of the threads of a process may write."""

    def one(self) -> AbstractContextManager[None]:
        """Wait until this thread may.

        Raises:
            RuntimeError: If it is writing already.
        """


class Backend(Protocol):
    """One database system, as a module."""

    @property
    def ONE_WRITER(self) -> bool:  # noqa: N802 - a constant of the module
        """Whether only one transaction can write at a time, so that nothing else is held."""

    @property
    def BEGIN_WRITING(self) -> str:  # noqa: N802 - a constant of the module
        """The first statement of a transaction that writes."""

    @property
    def BEGIN_READING(self) -> str:  # noqa: N802 - a constant of the module
        """The first statement of one that sees one moment and cannot write."""

    def understood(self, url: URL) -> URL:
        """Return the URL as it is used; ValueError says what is wrong with it."""

    def engines(self, url: URL) -> tuple[Engine, Engine]:
        """Return the engine for transactions that write, and the one for those that read.

        Their drivers begin no transaction by themselves.
        """

    def turns(self) -> Turns:
        """Return how the threads of a process take turns in writing."""

    def lift_limits(self, connection: Connection) -> None:
        """Let a transaction take as long as it takes."""

    def damage(self, connection: Connection) -> tuple[str, ...]:
        """Return what the database finds wrong with its own file, looking through all of it."""

    def load(self, connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert very many rows; numbers that the database gives go on behind them."""

    def prepare_upgrade(self, connection: Connection) -> None:
        """Wait until no other process upgrades the tables, and keep others waiting."""

    def hold(self, connection: Connection, name: str) -> None:
        """Hold a name to the end of the transaction; others who want it wait until then."""

    def insert_once(self, table: Table) -> Executable:
        """Return an insert that does nothing where a unique value of the row is there already."""

    def insert_or_update(
        self, table: Table, keys: tuple[str, ...], others: tuple[str, ...]
    ) -> Executable:
        """Return an insert that overwrites `others` where `keys` are there already."""

    def is_trouble(self, error: DBAPIError) -> bool:
        """Return whether the database cannot be used, rather than the statement being wrong."""


_KNOWN: dict[str, Backend] = {"sqlite": sqlite, "postgresql": postgresql}


def backend_of(url: URL) -> Backend:
    """Return the database system that a URL names.

    Raises:
        ValueError: If it is none that we know.
    """
    known = _KNOWN.get(url.get_backend_name())
    if known is None:
        raise ValueError(
            "Expected a SQLite file such as sqlite:////srv/fingerpost.db, or a PostgreSQL database"
            " such as postgresql://fingerpost@db.example.org/fingerpost."
        )
    return known
