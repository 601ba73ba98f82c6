from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from tests.workflow import processes
from workflow.store import Store
from workflow.store.migrating import heads, upgrade
from workflow.store.tables import metadata


def _schema(connection: Connection) -> dict[str, str]:
    """Return every table and index as SQL, by name; its lines in the order of the alphabet."""
    rows = connection.execute(
        text("select name, sql from sqlite_master where type in ('table', 'index')")
    )
    return {name: _normal(sql) for name, sql in rows if sql and name != "alembic_version"}


def _normal(sql: str) -> str:
    lines = (line.strip().rstrip(",") for line in sql.splitlines())
    return "\n".join(sorted(line for line in lines if line))


def test_the_migrations_make_the_tables_that_the_code_knows(empty_database: Path) -> None:
    with create_engine(f"sqlite:///{empty_database}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_migrations_make_the_same_constraints_and_indexes(empty_database: Path) -> None:
    with create_engine("sqlite://").connect() as fresh:
        metadata.create_all(fresh)
        expected = _schema(fresh)

    with create_engine(f"sqlite:///{empty_database}").connect() as migrated:
        assert _schema(migrated) == expected


def test_there_is_one_newest_migration() -> None:
    assert len(heads()) == 1


def test_upgrading_twice_is_upgrading_once(store: Store) -> None:
    store.upgrade()
    store.upgrade()

    with store.read() as view:
        assert view.execute(text("select version_num from alembic_version")).scalars().all() == (
            heads()
        )


def test_processes_that_upgrade_at_the_same_moment_all_succeed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.db"

    def bring_up() -> None:
        with Store(url) as store:
            store.upgrade()

    started = [processes.start(bring_up) for _ in range(3)]

    assert [processes.join(process) for process in started] == [0, 0, 0]


def test_an_upgrade_that_is_cut_off_has_not_happened(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/new.db", connect_args={"isolation_level": None})

    with engine.connect() as connection, connection.begin() as begun:
        connection.exec_driver_sql("begin immediate")
        upgrade(connection)
        begun.rollback()

    with engine.connect() as connection:
        assert _schema(connection) == {}
    engine.dispose()


@pytest.mark.parametrize(
    "dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"]
)
def test_no_table_needs_quotes_around_its_name(dialect: sqlite.base.SQLiteDialect) -> None:
    for table in metadata.sorted_tables:
        assert dialect.identifier_preparer.quote(table.name) == table.name
        assert str(CreateTable(table).compile(dialect=dialect))


def test_every_constraint_has_a_name() -> None:
    constraints = [one for table in metadata.sorted_tables for one in table.constraints]

    assert [one for one in constraints if one.name is None] == []
