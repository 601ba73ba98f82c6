"""A whole house on a database of its own, for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as examples

from tests.fakes import FakeTime
from tests.postgresql import PostgreSQL, started
from workflow.bootstrap import Settings, Workflow, build, publish_shipped

# A busy machine makes no law untrue: nothing here fails for its time.
examples.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("patient")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server of this run's own; started when the first test asks for it."""
    with started() as server:
        yield server


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def settings(tmp_path: Path, time: FakeTime) -> Settings:
    return Settings(
        database=f"sqlite:///{tmp_path / 'fingerpost.db'}",
        outbox=tmp_path / "outbox",
        demo=True,
        time=time,
    )


@pytest.fixture
def workflow(settings: Settings) -> Iterator[Workflow]:
    """Build the house in demo mode, with its people and the shipped pathway; no threads."""
    house = build(settings)
    publish_shipped(house)
    if house.demo is not None:
        house.demo.set_up()
    yield house
    house.stop()
