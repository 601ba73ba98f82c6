"""People are told by e-mail that a letter waits: never not at all, and at most once more."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.counts import repeated
from tests.fakes import FakeTime
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.house import REFUSED, SmallHouse, build_small_house
from tests.workflow.notices.mail_room import MailRoom, opened
from workflow.bootstrap import Post, Settings, build
from workflow.jobs.retries import LEASE
from workflow.notices import MailServer, mail_server
from workflow.store import jobs
from workflow.store.tables import account, letter

FATHER = "father@example.org"


@dataclass(frozen=True, slots=True)
class Office:
    """A house that sends e-mails, and the server that carries them."""

    house: SmallHouse
    room: MailRoom
    outbox: Path

    def write(self, letters: int = 1) -> str:
        """Have letters written, each in a case of its own; return the last case."""
        for _ in range(letters):
            task = self.house.open()
            self.house.complete(task, REFUSED)
        return task.case_id

    def work(self, days: int = 2) -> None:
        """Let days pass, so that everything is tried that is ever tried again."""
        for _ in range(days * 48):
            self.house.workflow.jobs.tick(self.house.time.now())
            self.house.time.advance(timedelta(minutes=30))

    def statuses(self) -> set[str]:
        with self.house.workflow.store.read() as tx:
            return set(tx.execute(select(letter.c.status)).scalars())


@pytest.fixture
def office(tmp_path: Path, time: FakeTime) -> Iterator[Office]:
    house = build_small_house(tmp_path, time)
    with house.workflow.store.write() as tx:
        tx.execute(update(account).where(account.c.id == house.family.id).values(email=FATHER))
    house.workflow.stop()
    with opened() as room:
        post = Post(
            server=MailServer(host="127.0.0.1", port=room.port, security="plain"),
            sender="pathways@example.org",
            address="https://pathways.example.org",
        )
        settings = Settings(
            database=f"sqlite:///{house.path}", outbox=tmp_path / "outbox", post=post, time=time
        )
        workflow = build(settings)
        yield Office(
            SmallHouse(
                workflow=workflow,
                time=time,
                path=house.path,
                database=house.database,
                family=house.family,
                officer=house.officer,
                child_id=house.child_id,
            ),
            room,
            tmp_path / "outbox",
        )
        workflow.stop()


def test_an_e_mail_says_that_a_letter_waits_and_nothing_of_what_it_says(office: Office) -> None:
    case_id = office.write()

    office.work()

    (message,) = office.room.messages
    text = message.get_content()
    assert office.room.addresses == [FATHER]
    assert (message["Subject"], message["To"]) == ("Our answer", FATHER)
    assert f"https://pathways.example.org/cases/{case_id}" in text
    assert "Ada" not in message.as_string()
    assert "tablet" not in message.as_string()


def test_a_letter_to_somebody_without_an_address_is_kept_for_printing(office: Office) -> None:
    with office.house.workflow.store.write() as tx:
        tx.execute(update(account).values(email=None))
    office.write()

    office.work()

    assert office.room.messages == []
    assert len(list(office.outbox.glob("*.txt"))) == 1
    assert office.statuses() == {"sent"}


def test_a_closed_account_is_told_nothing(office: Office) -> None:
    now = office.house.time.now()
    with office.house.workflow.store.write() as tx:
        tx.execute(update(account).where(account.c.email == FATHER).values(disabled_at=now))
    office.write()

    office.work()

    assert office.room.messages == []


def test_a_server_that_refuses_is_asked_again_until_it_takes_the_letter(office: Office) -> None:
    replies = iter([b"451 later\r\n"] * 5)
    office.room.reply = lambda: next(replies, b"250 ok\r\n")
    office.write()

    office.work()

    assert office.statuses() == {"sent"}
    assert office.room.copies.total() == 6
    assert len(office.room.copies) == 1


@repeated("letters", 20, 200)
def test_a_line_that_breaks_after_the_text_loses_no_letter_and_repeats_it_at_most_once(
    office: Office, letters: int
) -> None:
    chance = random.Random(20270117)  # noqa: S311  which moment is no secret
    office.room.reply = lambda: None if chance.random() < 0.5 else b"250 ok\r\n"
    office.write(letters)

    office.work()

    copies = office.room.copies
    print(f"{letters} letters, {copies.total()} copies, {max(copies.values())} of one at most")  # noqa: T201 - people read it
    assert len(copies) == letters
    assert max(copies.values()) == 2
    assert office.statuses() == {"sent", "unknown"}
    _see_that_what_nobody_knows_is_shown(office)


@repeated("letters", 20, 200)
def test_a_worker_that_is_killed_after_the_text_loses_no_letter_and_repeats_it_at_most_once(
    office: Office, letters: int
) -> None:
    house = office.house
    office.write(letters)
    house.workflow.store.close()
    chance, worker = random.Random(20270118), 0  # noqa: S311  which moment is no secret

    def reply() -> bytes:
        if chance.random() < 0.5:
            processes.end(worker)
        return b"250 ok\r\n"

    office.room.reply = reply
    kills = 0
    while True:
        worker = processes.start(lambda: _work_on(house))
        if processes.join(worker) == 0:
            break
        kills += 1
        house.time.advance(LEASE)

    office.room.reply = lambda: b"250 ok\r\n"
    office.work()
    copies = office.room.copies
    print(f"{letters} letters, {kills} kills, {copies.total()} copies")  # noqa: T201 - people read it
    assert kills > 0
    assert len(copies) == letters
    assert max(copies.values()) <= 2
    _see_that_what_nobody_knows_is_shown(office)


def _work_on(house: SmallHouse) -> None:
    house.workflow.jobs.tick(house.time.now())


def _see_that_what_nobody_knows_is_shown(office: Office) -> None:
    """See that each letter that may not have arrived is an incident that somebody can look at."""
    with office.house.workflow.store.read() as tx:
        unknown = set(tx.execute(select(letter.c.id).where(letter.c.status == "unknown")).scalars())
        shown = {one.key.partition(":")[2] for one in jobs.incidents(tx)}
    assert shown == unknown
    assert [fault for fault in faults(office.house.workflow) if "given up" not in fault] == []


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "smtp://mail.example.org",
            MailServer(host="mail.example.org", port=587, security="starttls"),
        ),
        ("smtp+plain://localhost", MailServer(host="localhost", port=25, security="plain")),
        (
            "smtps://us%40er:pass%2Fword@mail.example.org:4465",
            MailServer(
                host="mail.example.org",
                port=4465,
                security="tls",
                user="us@er",
                password="pass/word",
            ),
        ),
    ],
)
def test_a_mail_server_is_named_by_a_url(url: str, server: MailServer) -> None:
    assert mail_server(url) == server


@pytest.mark.parametrize("url", ["mail.example.org", "https://mail.example.org", "smtp://", ""])
def test_what_names_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="smtps://"):
        mail_server(url)
