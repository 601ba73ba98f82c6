"""A backup that is made while people send forms has everything that was confirmed before it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from tests.counts import repeated
from tests.fakes import FakeTime
from tests.postgresql import PostgreSQL
from tests.workflow.audit import faults
from tests.workflow.house import AGAIN, ASKED, SmallHouse, build_small_house
from workflow.bootstrap import Settings, build
from workflow.store import Store, submissions
from workflow.store.backups import back_up, restore

AT = datetime(2027, 2, 1, 3, tzinfo=UTC)
WRITERS = 3
#: Forms that each of them has sent before the backup begins, at least.
FIRST = 5


class Writer:
    """Opens cases and sends forms, noting the key of each one once it is confirmed."""

    def __init__(self, house: SmallHouse, number: int) -> None:
        self._house = house
        self._number = number
        self.confirmed: list[str] = []

    def send(self, until: Event) -> None:
        """Go on until told to stop."""
        while not until.is_set():
            asked = self._house.open()
            self._complete(asked.case_id, ASKED)
            self._complete(asked.case_id, AGAIN)

    def _complete(self, case_id: str, answers: dict[str, object]) -> None:
        key = f"{self._number}-{len(self.confirmed)}"
        self._house.complete(self._house.waiting(case_id), answers, key=key)
        self.confirmed.append(key)


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """An empty database, and one without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/written.db", f"sqlite:///{tmp_path}/restored.db"
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    found = server.empty(), server.blank()
    yield found
    for url in found:
        server.drop(url)


@repeated("rounds", 2, 20)
def test_what_was_confirmed_before_a_backup_began_is_in_it_and_whole(
    urls: tuple[str, str], tmp_path: Path, rounds: int
) -> None:
    house = build_small_house(tmp_path / "house", FakeTime(), database=urls[0])
    writers = [Writer(house, number) for number in range(WRITERS)]
    stop = Event()

    with ThreadPoolExecutor(WRITERS) as threads, ExitStack() as at_the_end:
        at_the_end.callback(stop.set)
        sending = [threads.submit(writer.send, stop) for writer in writers]
        backups = [_back_up(house, writers, tmp_path / f"{number}.zip") for number in range(rounds)]
        stop.set()
        for done in sending:
            done.result()
    house.workflow.stop()

    for number, before in enumerate(backups):
        blank = f"sqlite:///{tmp_path}/{number}.db" if number else urls[1]
        _expect_whole(blank, tmp_path / f"{number}.zip", house, before)


def _back_up(house: SmallHouse, writers: list[Writer], file: Path) -> list[str]:
    """Make a backup once everybody has sent some more forms; return what was confirmed before."""
    wanted = [len(writer.confirmed) + FIRST for writer in writers]
    while any(len(writer.confirmed) < count for writer, count in zip(writers, wanted, strict=True)):
        pass
    before = [key for writer in writers for key in list(writer.confirmed)]
    copied = back_up(house.workflow.store, file, at=AT, told=lambda _done, _total: None)
    assert copied.broken == ()
    return before


def _expect_whole(url: str, file: Path, house: SmallHouse, before: list[str]) -> None:
    with Store(url) as store:
        restored = restore(store, file, told=lambda _done, _total: None)
    again = build(Settings(database=url, outbox=file.parent / "outbox", time=house.time))

    with again.store.read() as view:
        actors = (house.family, house.officer)
        missing = [
            key
            for key in before
            if not any(submissions.task_completed_with(view, key, actor) for actor in actors)
        ]
    assert missing == []
    assert restored.broken == ()
    assert faults(again) == []
    again.stop()
