"""A letter leaves the outbox once; one that may not have arrived is sent once more and shown."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from typing_extensions import override

from tests.fakes import FakePost, FakeTime
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.house import ASKED, CHECKED, REFUSED, SmallHouse, build_small_house
from workflow.engine.keeping import DELIVER_LETTER
from workflow.jobs import EmbeddedJobs
from workflow.jobs.retries import LEASE
from workflow.model.case import Outgoing, Sent
from workflow.notices import Delivery
from workflow.store import jobs as job_rows
from workflow.store.tables import letter


@dataclass(frozen=True, slots=True)
class Outbox:
    """A house whose letters are carried by a post of the test's own."""

    house: SmallHouse
    post: FakePost
    jobs: EmbeddedJobs

    def statuses(self) -> list[str]:
        with self.house.workflow.store.read() as tx:
            return list(tx.execute(select(letter.c.status).order_by(letter.c.sequence)).scalars())

    def tick(self) -> int:
        return self.jobs.tick(self.house.time.now())

    def letters(self, case_id: str) -> tuple[Sent, ...]:
        return self.house.workflow.engine.case_file(self.house.family, case_id).letters


@pytest.fixture
def outbox(tmp_path: Path, time: FakeTime) -> Outbox:
    house, post = build_small_house(tmp_path, time), FakePost()
    jobs = EmbeddedJobs(house.workflow.store, time)
    jobs.register_errand(DELIVER_LETTER, Delivery(post))
    return Outbox(house, post, jobs)


def _written(outbox: Outbox) -> str:
    """Have a letter written and return the case."""
    task = outbox.house.open()
    outbox.house.complete(task, REFUSED)
    return task.case_id


def test_a_letter_is_written_with_the_case_and_sent_afterwards(outbox: Outbox) -> None:
    case_id = _written(outbox)
    (written,) = outbox.letters(case_id)
    outbox.house.time.advance(timedelta(minutes=5))

    outbox.tick()

    (sent,) = outbox.letters(case_id)
    assert (written.sent_at, sent.sent_at) == (None, outbox.house.time.now())
    assert [one.id for one in outbox.post.letters] == [sent.id]
    assert (sent.to_name, sent.subject, sent.body) == (
        "Ada’s father",
        "Our answer",
        "Hello Ada: no, not A tablet.",
    )


def test_nothing_is_sent_twice(outbox: Outbox) -> None:
    _written(outbox)

    ticks = [outbox.tick() for _ in range(3)]

    assert ticks == [1, 0, 0]
    assert len(outbox.post.letters) == 1


def test_a_letter_is_not_sent_where_the_move_that_wrote_it_failed(outbox: Outbox) -> None:
    task = outbox.house.open()
    outbox.house.complete(task, REFUSED, key="k")
    outbox.house.complete(task, REFUSED, key="k")

    outbox.tick()

    assert len(outbox.post.letters) == 1


def test_while_the_post_is_out_of_order_the_letter_waits_and_is_tried_again(
    outbox: Outbox, caplog: pytest.LogCaptureFixture
) -> None:
    _written(outbox)
    outbox.post.broken = True
    outbox.tick()
    assert outbox.statuses() == ["queued"]
    assert faults(outbox.house.workflow) == []

    outbox.post.broken = False
    assert outbox.tick() == 0
    outbox.house.time.advance(timedelta(seconds=10))

    assert outbox.tick() == 1
    assert outbox.statuses() == ["sent"]
    assert len(outbox.post.letters) == 1
    assert "strike" not in caplog.text


def test_a_post_that_stays_out_of_order_becomes_an_incident_and_the_letter_waits_on(
    outbox: Outbox,
) -> None:
    case_id = _written(outbox)
    outbox.post.broken = True

    for _ in range(20):
        outbox.house.time.advance(timedelta(hours=6))
        outbox.tick()

    with outbox.house.workflow.store.read() as tx:
        (incident,) = job_rows.incidents(tx)
    assert (incident.kind, incident.lock, incident.error) == (DELIVER_LETTER, case_id, "OSError")
    assert outbox.statuses() == ["queued"]


def test_an_incident_that_is_tried_again_sends_the_letter(outbox: Outbox) -> None:
    _written(outbox)
    outbox.post.broken = True
    for _ in range(20):
        outbox.house.time.advance(timedelta(hours=6))
        outbox.tick()

    outbox.post.broken = False
    with outbox.house.workflow.store.write() as tx:
        (incident,) = job_rows.incidents(tx)
        job_rows.try_again(tx, incident.id, at=outbox.house.time.now())
    outbox.tick()

    assert outbox.statuses() == ["sent"]
    assert faults(outbox.house.workflow) == []


class _PowerCut(FakePost):
    """A post that vanishes with the whole process, after it has taken the letter."""

    @override
    def send(self, outgoing: Outgoing) -> None:
        super().send(outgoing)
        processes.end_at_once()


def _crash(outbox: Outbox) -> None:
    """Have a process vanish while it sends what is due."""
    store, now = outbox.house.workflow.store, outbox.house.time.now()
    store.close()

    def work() -> None:
        jobs = EmbeddedJobs(store, outbox.house.time)
        jobs.register_errand(DELIVER_LETTER, Delivery(_PowerCut()))
        jobs.tick(now)

    assert processes.join(processes.start(work)) == -9


def test_a_letter_whose_worker_vanished_is_unknown_and_sent_once_more_under_its_own_id(
    outbox: Outbox,
) -> None:
    case_id = _written(outbox)
    _crash(outbox)
    assert outbox.statuses() == ["sending"]

    outbox.house.time.advance(LEASE)
    _crash(outbox)
    assert outbox.statuses() == ["unknown"]

    outbox.house.time.advance(LEASE)
    outbox.tick()
    with outbox.house.workflow.store.read() as tx:
        (incident,) = job_rows.incidents(tx)
    assert incident.error == "Interrupted"
    assert outbox.statuses() == ["unknown"]
    assert outbox.letters(case_id)[0].sent_at is None


def test_a_letter_whose_worker_vanished_once_arrives(outbox: Outbox) -> None:
    case_id = _written(outbox)
    _crash(outbox)

    outbox.house.time.advance(LEASE)
    outbox.tick()

    assert [one.id for one in outbox.post.letters] == [outbox.letters(case_id)[0].id]
    assert outbox.statuses() == ["sent"]
    assert faults(outbox.house.workflow) == []


def test_letters_of_one_case_leave_in_the_order_in_which_they_were_written(outbox: Outbox) -> None:
    house = outbox.house
    for _ in range(3):
        task = house.asked()
        house.time.advance(timedelta(days=16))
        house.workflow.jobs.tick(house.time.now())
        house.complete(task, CHECKED)
        outbox.tick()

    contents = everything(house.workflow.store)

    assert len(contents["letter"]) == 6
    assert outbox.statuses() == ["sent"] * 6


def test_the_folder_holds_each_letter_as_one_file_even_if_it_is_sent_again(
    tmp_path: Path, time: FakeTime
) -> None:
    house = build_small_house(tmp_path, time)
    task = house.open()
    house.complete(task, REFUSED)
    house.workflow.jobs.tick(time.now())
    (sent,) = house.workflow.engine.case_file(house.family, task.case_id).letters

    (file,) = (tmp_path / "outbox").iterdir()

    assert file.name == f"2027-01-11-{sent.id}.txt"
    assert file.read_text("utf-8") == (
        "To: Ada’s father\nSubject: Our answer\n\nHello Ada: no, not A tablet.\n"
    )


def test_a_folder_that_cannot_be_written_is_a_post_out_of_order(
    tmp_path: Path, time: FakeTime
) -> None:
    (tmp_path / "outbox").write_text("a file is in the way")
    house = build_small_house(tmp_path, time)
    house.complete(house.open(), REFUSED)

    house.workflow.jobs.tick(time.now())
    (tmp_path / "outbox").unlink()
    time.advance(timedelta(seconds=10))
    house.workflow.jobs.tick(time.now())

    assert len(list((tmp_path / "outbox").iterdir())) == 1
    assert faults(house.workflow) == []


def test_what_a_person_wrote_is_never_read_as_a_place_to_fill_in(outbox: Outbox) -> None:
    task = outbox.house.open()
    sly = "{child.born_on} {{x}} {1 + 1} <b>\n\nTo: somebody else"

    outbox.house.complete(task, {**REFUSED, "what": sly})

    (written,) = outbox.letters(task.case_id)
    assert sly in written.body


def test_a_letter_is_sealed_in_the_database_and_its_event_vouches_for_it(outbox: Outbox) -> None:
    _written(outbox)

    assert faults(outbox.house.workflow) == []
    assert ASKED["what"] not in repr(everything(outbox.house.workflow.store)["event"])
