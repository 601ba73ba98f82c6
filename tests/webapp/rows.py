"""What stands in the database, to see that nothing was written."""

import sqlite3
from contextlib import closing
from pathlib import Path

#: Sessions and the counting of tries change at every visit.
_ASIDE = {"session", "throttle"}


def rows(database: Path) -> dict[str, int]:
    """Return table -> number of rows and a sum of what is in them."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        tables = sorted(name for (name,) in names if name not in _ASIDE)
        return {name: hash(tuple(_content(connection, name))) for name in tables}


def _content(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f'select * from "{table}" order by 1').fetchall()  # noqa: S608 - our own table
