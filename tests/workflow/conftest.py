import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.store import Store


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no rows; copied, because copying is quicker than migrating."""
    path = tmp_path_factory.mktemp("databases") / "empty.db"
    with Store(f"sqlite:///{path}") as store:
        store.upgrade()
    return path


@pytest.fixture
def database_url(tmp_path: Path, empty_database: Path) -> str:
    """A database of the test's own. Nothing has it open, so the test may fork."""
    path = tmp_path / "fingerpost.db"
    shutil.copyfile(empty_database, path)
    return f"sqlite:///{path}"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store(database_url) as opened:
        yield opened
