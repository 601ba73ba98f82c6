from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from tests.workflow import processes
from tests.workflow.jobs.ledger import NOON, jobs_on, statuses
from tests.workflow.store.rows import a_case
from workflow.jobs import HouseJobs
from workflow.jobs.retries import LEASE
from workflow.store import Store, Transaction
from workflow.store.jobs import incidents
from workflow.store.tables import letter

NEXT = {"queued": "sending", "sending": "unknown", "unknown": "unknown"}


class Post:
    """Delivers letters; whatever is put into `trouble` happens on the way, once each."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.delivered: list[str] = []
        self.trouble: list[BaseException] = []
        self.trouble_after: list[BaseException] = []

    def prepare(self, tx: Transaction, args: Mapping[str, Any], _now: datetime) -> str | None:
        query = select(letter.c.status).where(letter.c.id == args["id"])
        status = tx.execute(query).scalar_one()
        if status == "sent":
            return None
        _set(tx, args["id"], status=NEXT[status])
        return str(args["id"])

    def run(self, prepared: str) -> None:
        if self.trouble:
            raise self.trouble.pop()
        with self.store.write():
            # Would wait for ever if the job held the write transaction.
            self.delivered.append(prepared)
        if self.trouble_after:
            raise self.trouble_after.pop()

    def record(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        _set(tx, args["id"], status="sent", sent_at=now)

    def give_back(self, tx: Transaction, args: Mapping[str, Any], _now: datetime) -> None:
        _set(tx, args["id"], status="queued")


def _set(tx: Transaction, letter_id: str, **values: object) -> None:
    tx.execute(update(letter).where(letter.c.id == letter_id).values(values))


def _status(store: Store) -> str:
    with store.read() as view:
        return str(view.execute(select(letter.c.status)).scalar_one())


@pytest.fixture
def post(store: Store) -> Post:
    """The post, with one letter waiting."""
    row = {"step": "tell", "to_role": "family", "to_name": "Ada", "subject": "A letter"}
    with store.write() as tx:
        a_case(tx)
        tx.execute(
            insert(letter).values(
                id="l-1",
                case_id="case-1",
                content=b"",
                written_at=NOON,
                status="queued",
                sequence=1,
                **row,
            )
        )
        _jobs(Post(store)).enqueue(tx, "send", {"id": "l-1"}, key="send:l-1", run_at=NOON)
    return Post(store)


def _jobs(post: Post) -> HouseJobs:
    jobs = jobs_on(post.store)
    jobs.register_errand("send", post)
    return jobs


def test_an_errand_is_run_outside_any_transaction_and_then_recorded(
    store: Store, post: Post
) -> None:
    assert _jobs(post).tick(NOON) == 1

    assert post.delivered == ["l-1"]
    assert _status(store) == "sent"
    assert statuses(store) == {"done": 1}


def test_an_errand_that_fails_is_given_back_and_tried_again(store: Store, post: Post) -> None:
    post.trouble.append(OSError("the post office is closed"))
    jobs = _jobs(post)

    jobs.tick(NOON)
    assert _status(store) == "queued"

    jobs.tick(NOON + timedelta(seconds=10))
    assert _status(store) == "sent"
    assert post.delivered == ["l-1"]


def test_an_errand_that_always_fails_becomes_an_incident_after_a_day(
    store: Store, post: Post
) -> None:
    post.trouble.extend(OSError() for _ in range(100))
    jobs = _jobs(post)

    runs = sum(jobs.tick(NOON + hour * timedelta(hours=1)) for hour in range(48))

    assert runs == 14
    assert _status(store) == "queued"
    with store.read() as view:
        assert [incident.error for incident in incidents(view)] == ["OSError"]


def test_nothing_is_run_where_nothing_is_left_to_do(store: Store, post: Post) -> None:
    with store.write() as tx:
        _set(tx, "l-1", status="sent")

    _jobs(post).tick(NOON)

    assert post.delivered == []
    assert statuses(store) == {"done": 1}


def test_an_errand_that_cannot_be_prepared_is_tried_again(store: Store, post: Post) -> None:
    with store.write() as tx:
        _jobs(post).enqueue(tx, "send", {"id": "no such"}, key="send:none", run_at=NOON)

    jobs = _jobs(post)
    jobs.tick(NOON)

    assert statuses(store) == {"done": 1, "queued": 1}
    assert jobs.tick(NOON + timedelta(seconds=10)) == 1


class _Killed(BaseException):
    """Stands for the end of the worker: nothing after it happens."""


def _run_until_killed(post: Post, now: datetime) -> None:
    with pytest.raises(_Killed):
        _jobs(post).tick(now)


def test_an_errand_whose_worker_vanished_is_run_once_more_and_marked_unknown(
    store: Store, post: Post
) -> None:
    post.trouble_after.append(_Killed())
    _run_until_killed(post, NOON)
    assert _status(store) == "sending"

    post.trouble_after.append(_Killed())
    _run_until_killed(post, NOON + LEASE)

    assert _status(store) == "unknown"
    assert post.delivered == ["l-1", "l-1"]


def test_an_errand_whose_worker_vanished_twice_is_not_run_a_third_time(
    store: Store, post: Post
) -> None:
    for times in range(2):
        post.trouble_after.append(_Killed())
        _run_until_killed(post, NOON + times * LEASE)

    _jobs(post).tick(NOON + 2 * LEASE)

    assert post.delivered == ["l-1", "l-1"]
    with store.read() as view:
        assert [incident.error for incident in incidents(view)] == ["Interrupted"]


def test_an_errand_that_cannot_be_recorded_is_run_once_more_at_most(
    store: Store, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(post, "record", fail)
    jobs = _jobs(post)

    for hours in range(5):
        jobs.tick(NOON + hours * timedelta(hours=1))

    assert post.delivered == ["l-1", "l-1"]
    assert _status(store) == "unknown"
    with store.read() as view:
        assert [incident.error for incident in incidents(view)] == ["Interrupted"]


def test_a_killed_process_leaves_the_errand_to_another(database_url: str, post: Post) -> None:
    post.store.close()

    def deliver_and_die() -> None:
        class Dying(Post):
            def run(self, prepared: str) -> None:
                super().run(prepared)
                processes.end_at_once()

        with Store(database_url) as own:
            _jobs(Dying(own)).tick(NOON)

    assert processes.join(processes.start(deliver_and_die)) == -9
    assert _jobs(post).tick(NOON + LEASE) == 1
    assert _status(post.store) == "sent"
