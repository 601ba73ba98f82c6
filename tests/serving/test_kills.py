"""A server that is killed under people's hands loses nothing that it said was done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.serving.crowd import Crowd
from tests.workflow.house import SmallHouse, build_small_house

KILLS, MANY = 200, 1_000


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> Iterator[SmallHouse]:
    built = build_small_house(tmp_path / "house", time)
    yield built
    built.workflow.stop()


@pytest.mark.parametrize("kills", [KILLS, pytest.param(MANY, marks=pytest.mark.long)])
def test_servers_that_are_killed_lose_no_form_double_none_and_leave_no_letter_without_its_job(
    house: SmallHouse, tmp_path: Path, kills: int
) -> None:
    books = Crowd(house, tmp_path, seed=20270115).send_and_kill(kills)

    print(f"{books.kills} kills: {len(books.acked)} forms answered, {books.interrupted} without")  # noqa: T201 - people read it
    assert books.problems == []
    assert books.kills == kills
    assert len(books.acked) > kills
    assert books.interrupted > 0
