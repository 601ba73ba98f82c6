"""What the store needs of a database system; one module each for those that we know."""

from typing import Protocol

from sqlalchemy import URL, Connection, Engine, Executable, Table
from sqlalchemy.exc import DBAPIError

from workflow.store import postgresql, sqlite


class Backend(Protocol):
    """One database system, as a module."""

    @property
    def ONE_WRITER(self) -> bool:  # noqa: N802 - a constant of the module
        """Whether only one transaction can write at a time, so that they take turns."""

    def understood(self, url: URL) -> URL:
        """Return the URL as it is used; ValueError says what is wrong with it."""

    def writing_engine(self, url: URL) -> Engine:
        """Return an engine for transactions that write."""

    def reading_engine(self, url: URL) -> Engine:
        """Return an engine whose transactions see one moment of the database and cannot write."""

    def begin_writing(self, connection: Connection) -> None:
        """Begin a transaction that writes, where the driver does not do it by itself."""

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction that reads, where the driver does not do it by itself."""

    def prepare_upgrade(self, connection: Connection) -> None:
        """Wait until no other process upgrades the tables, and keep others waiting."""

    def hold(self, connection: Connection, name: str) -> bool:
        """Hold a name to the end of the transaction; return whether others could have held it."""

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
