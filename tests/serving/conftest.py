from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.postgresql import PostgreSQL
from tests.serving.server import Server, served
from tests.serving.visitor import Visitor
from tests.workflow.house import SmallHouse, build_small_house


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> Iterator[SmallHouse]:
    built = build_small_house(tmp_path / "house", time)
    yield built
    built.workflow.stop()


@pytest.fixture
def shared_house(tmp_path: Path, time: FakeTime, postgresql: PostgreSQL) -> Iterator[SmallHouse]:
    """A house on a database that several servers share."""
    built = build_small_house(tmp_path / "house", time, database=postgresql.empty())
    yield built
    built.workflow.stop()


@pytest.fixture
def server(house: SmallHouse, tmp_path: Path) -> Iterator[Server]:
    """Serve the house in a process of its own."""
    house.workflow.store.close()
    with served(lambda: house.workflow, tmp_path / "log") as running:
        yield running


@pytest.fixture
def father(house: SmallHouse, server: Server) -> Iterator[Visitor]:
    """Sign the child's father in."""
    visitor = Visitor(house.workflow, house.family, server.port)
    visitor.prepare()
    yield visitor
    visitor.close()
