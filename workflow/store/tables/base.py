"""What all tables share: one metadata with names for every constraint, and the type for moments."""

from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    Text,
    text,
)
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

#: Every constraint has a name that can be foretold, so that a migration can change it.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC to the microsecond. Naive values are refused, aware ones come back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC.

        Raises:
            ValueError: If it is naive.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"Expected a moment with its time zone, but {value!r} has none.")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment, aware and in UTC; SQLite keeps no zone, so it comes back without."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, *values: str) -> CheckConstraint:
    """Return the constraint that a column holds one of these words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} in ({words})", name=f"{column}_known")


def one_party() -> CheckConstraint:
    """Return the constraint that a row names a person or an organisation, and not both."""
    return CheckConstraint("(account_id is null) <> (organisation_id is null)", name="one_party")


def index_of_those_with(column: str, *others: str) -> Index:
    """Return an index of the rows that have a column; all that have none would look alike in it."""
    there = text(f"{column} is not null")
    return Index(None, column, *others, sqlite_where=there, postgresql_where=there)


def belongs_to(target: str, *, name: str, nullable: bool = False) -> Column[str]:
    """Return a column that holds the id of a row of another table; `target` is `"table.column"`."""
    return Column(name, Text, ForeignKey(target), nullable=nullable)
