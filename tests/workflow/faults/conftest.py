from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house

MEMORY = Path("/dev/shm")  # noqa: S108  a folder of the test's own is made in it


@pytest.fixture
def house(time: FakeTime) -> Iterator[SmallHouse]:
    """A house on a disk in memory where there is one: being killed is the same, syncing is not.

    What a kill must not destroy is what the operating system has been given; a power cut is
    another matter, which `synchronous=FULL` takes care of.
    """
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        built = build_small_house(Path(folder), time)
        yield built
        built.workflow.stop()
