import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgresql import PostgreSQL
from workflow.store import Store


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no rows; copied, because copying is quicker than migrating."""
    path = tmp_path_factory.mktemp("databases") / "empty.db"
    with Store(f"sqlite:///{path}") as store:
        store.upgrade()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def each_database_url(request: pytest.FixtureRequest) -> str:
    """A database of the test's own, on both systems. Nothing has it open: the test may fork."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The database of a test that does not say which."""
    return sqlite_url


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """A PostgreSQL database of the test's own. Nothing has it open, so the test may fork."""
    url = postgresql.empty()
    yield url
    postgresql.drop(url)


@pytest.fixture
def sqlite_url(tmp_path: Path, empty_database: Path) -> str:
    """A file of the test's own. Nothing has it open, so the test may fork."""
    path = tmp_path / "fingerpost.db"
    shutil.copyfile(empty_database, path)
    return f"sqlite:///{path}"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store(database_url) as opened:
        yield opened
