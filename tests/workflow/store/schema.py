"""What a database says of its own tables, to be compared."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

#: Not ours to compare: Alembic's own table, and those of the library that wakes workers.
_OTHERS = ("alembic_version", "procrastinate")

_SQLITE = "select name, sql from sqlite_master where type in ('table', 'index')"

_POSTGRESQL = (
    "select indexname, indexdef from pg_indexes where schemaname = 'public'",
    """select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace""",
    """select table_name || '.' || column_name,
    concat_ws(' ', data_type, is_nullable, column_default, is_identity)
    from information_schema.columns where table_schema = 'public'""",
)


def schema(connection: Connection) -> Mapping[str, str]:
    """Return every table, index and constraint, by name, in the database's own words."""
    if connection.dialect.name == "sqlite":
        return _ours({name: _normal(sql or "") for name, sql in connection.execute(text(_SQLITE))})
    found = (row for query in _POSTGRESQL for row in connection.execute(text(query)))
    return _ours({str(name): str(definition) for name, definition in found})


def _ours(found: Mapping[str, str]) -> Mapping[str, str]:
    return {
        name: sql
        for name, sql in found.items()
        if sql and not name.startswith(_OTHERS) and "procrastinate" not in name
    }


def _normal(sql: str) -> str:
    """Return the lines in the order of the alphabet; a table that was renamed has quotes."""
    lines = (line.strip().rstrip(",").replace('"', "") for line in sql.splitlines())
    return "\n".join(sorted(line for line in lines if line))
