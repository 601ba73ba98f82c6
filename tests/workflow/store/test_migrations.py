from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.dialects import postgresql as postgresql_dialect
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.schema import CreateTable

from tests.postgresql import PostgreSQL
from tests.workflow import processes
from tests.workflow.store.schema import schema
from workflow.store import Store
from workflow.store.migrating import heads, upgrade
from workflow.store.tables import metadata


@pytest.fixture(params=["sqlite", "postgresql"])
def blank_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database without any tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{request.getfixturevalue('tmp_path')}/new.db"
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    url = server.blank()
    yield url
    server.drop(url)


def _engine(url: str) -> Engine:
    """Return an engine whose driver begins no transaction by itself."""
    if url.startswith("sqlite"):
        return create_engine(url, connect_args={"isolation_level": None})
    driver = make_url(url).set(drivername="postgresql+psycopg")
    return create_engine(driver, connect_args={"autocommit": True})


def _not_of_the_library(_object: object, name: str | None, *_: object) -> bool:
    return "procrastinate" not in (name or "")


def test_the_migrations_make_the_tables_that_the_code_knows(database_url: str) -> None:
    engine = _engine(database_url)
    with engine.connect() as connection:
        options = {"compare_type": True, "include_object": _not_of_the_library}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_migrations_make_the_same_constraints_and_indexes(blank_url: str) -> None:
    expected_from = _engine(blank_url)
    with expected_from.connect() as fresh:
        metadata.create_all(fresh)
        expected = schema(fresh)
        metadata.drop_all(fresh)
    expected_from.dispose()

    with Store(blank_url) as store:
        store.upgrade()

    migrated_to = _engine(blank_url)
    with migrated_to.connect() as migrated:
        assert schema(migrated) == expected
    migrated_to.dispose()


def test_there_is_one_newest_migration() -> None:
    assert len(heads()) == 1


def test_upgrading_twice_is_upgrading_once(store: Store) -> None:
    store.upgrade()
    store.upgrade()

    with store.read() as view:
        assert view.execute(text("select version_num from alembic_version")).scalars().all() == (
            heads()
        )


def test_processes_that_upgrade_at_the_same_moment_all_succeed(blank_url: str) -> None:
    def bring_up() -> None:
        with Store(blank_url) as store:
            store.upgrade()

    started = [processes.start(bring_up) for _ in range(3)]

    assert [processes.join(process) for process in started] == [0, 0, 0]


def test_an_upgrade_that_is_cut_off_has_not_happened(blank_url: str) -> None:
    engine = _engine(blank_url)

    with engine.connect() as connection, connection.begin() as begun:
        connection.exec_driver_sql("begin")
        upgrade(connection)
        begun.rollback()

    with engine.connect() as connection:
        assert schema(connection) == {}
    engine.dispose()


@pytest.mark.parametrize(
    "dialect",
    [sqlite_dialect.dialect(), postgresql_dialect.dialect()],
    ids=["sqlite", "postgresql"],
)
def test_no_table_needs_quotes_around_its_name(
    dialect: sqlite_dialect.base.SQLiteDialect,
) -> None:
    for table in metadata.sorted_tables:
        assert dialect.identifier_preparer.quote(table.name) == table.name
        assert str(CreateTable(table).compile(dialect=dialect))


def test_every_constraint_has_a_name() -> None:
    constraints = [one for table in metadata.sorted_tables for one in table.constraints]

    assert [one for one in constraints if one.name is None] == []
