"""A server that is killed under people's hands loses nothing that it said was done."""

from pathlib import Path

from tests.counts import repeated
from tests.serving.crowd import Crowd
from tests.workflow.faults.books import Books
from tests.workflow.house import SmallHouse


@repeated("kills", 200, 1_000)
def test_servers_that_are_killed_lose_no_form_double_none_and_leave_no_letter_without_its_job(
    house: SmallHouse, tmp_path: Path, kills: int
) -> None:
    books = Crowd(house, tmp_path, seed=20270115).send_and_kill(kills)

    _see(books, kills)


@repeated("kills", 200, 1_000)
def test_of_two_servers_on_postgresql_either_can_be_killed_and_nothing_is_lost_or_doubled(
    shared_house: SmallHouse, tmp_path: Path, kills: int
) -> None:
    books = Crowd(shared_house, tmp_path, seed=20270121, servers=2).send_and_kill(kills)

    _see(books, kills)


def _see(books: Books, kills: int) -> None:
    print(f"{books.kills} kills: {len(books.acked)} forms answered, {books.interrupted} without")  # noqa: T201 - people read it
    assert books.problems == []
    assert books.kills == kills
    assert len(books.acked) > kills
    assert books.interrupted > 0
