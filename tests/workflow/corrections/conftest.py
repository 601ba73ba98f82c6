from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> Iterator[SmallHouse]:
    built = build_small_house(tmp_path / "small", time)
    yield built
    built.workflow.stop()
