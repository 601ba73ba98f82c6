"""Tables as a database itself describes them, whichever release made them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    inspect,
)
from sqlalchemy import Text as AnyText
from sqlalchemy.types import TypeEngine

from workflow.store.tables import Moment

#: Kinds of columns -> the type that reads and writes them, on either database.
TYPES: Mapping[str, TypeEngine[Any]] = {
    "text": AnyText(),
    "integer": Integer(),
    "bytes": LargeBinary(),
    "moment": Moment(),
    "day": Date(),
}
#: In this order: a moment is no day, though SQLAlchemy's classes do not know that.
_KINDS: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (DateTime, "moment"),
    (Date, "day"),
    (LargeBinary, "bytes"),
    (Integer, "integer"),
    (AnyText, "text"),
)
#: Of the migrations, and of the library that wakes workers.
_NOT_OURS = ("alembic_", "procrastinate_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One table."""

    name: str
    #: (name, kind) of each column; the kinds are those of `TYPES`.
    columns: tuple[tuple[str, str], ...]
    #: The columns of its primary key; empty where it has none.
    key: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """Return the table for statements; it knows no constraints."""
        columns = (Column(name, TYPES[kind]) for name, kind in self.columns)
        return Table(self.name, MetaData(), *columns)


def shapes(connection: Connection) -> tuple[Shape, ...]:
    """Return our tables, each after those that it refers to."""
    inspector = inspect(connection)
    names = [name for name, _ in inspector.get_sorted_table_and_fkc_names() if name]
    return tuple(
        Shape(
            name=name,
            columns=tuple((one["name"], _kind(one["type"])) for one in inspector.get_columns(name)),
            key=tuple(inspector.get_pk_constraint(name)["constrained_columns"]),
        )
        for name in names
        if not name.startswith(_NOT_OURS)
    )


def _kind(of: TypeEngine[Any]) -> str:
    return next(kind for type_, kind in _KINDS if isinstance(of, type_))
