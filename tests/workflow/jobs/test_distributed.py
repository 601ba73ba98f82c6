"""Jobs on PostgreSQL: woken by the database, run once, whatever happens to the workers."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import text

from tests.counts import repeated
from tests.postgresql import PostgreSQL
from tests.workflow import processes
from tests.workflow.jobs.ledger import statuses, write_down, written
from workflow.clocks import SystemTime
from workflow.jobs import DistributedJobs
from workflow.jobs.messages import Pace
from workflow.store import Store, Transaction

#: Seconds after which something that never comes is not waited for any longer.
PATIENCE = 300
HURRIED = Pace(heartbeat=0.5, dead=2.0, look_after="* * * * * */2", lease=timedelta(seconds=3))


@pytest.fixture
def database(postgresql: PostgreSQL) -> str:
    return postgresql.empty()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with Store(database) as opened:
        yield opened


def _jobs(store: Store, database: str) -> DistributedJobs:
    jobs = DistributedJobs(store, SystemTime(), database, HURRIED)
    jobs.register("write_down", write_down, attempts=1_000)
    jobs.register("fail_once", _FailOnce(), attempts=5)
    return jobs


class _FailOnce:
    """Fails the first time for each job, and writes down the second time."""

    def __init__(self) -> None:
        self._failed: set[str] = set()

    def __call__(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        if args["what"] not in self._failed:
            self._failed.add(args["what"])
            raise OSError("not yet")
        write_down(tx, args, now)


def _promise(store: Store, jobs: DistributedJobs, count: int, *, kind: str = "write_down") -> None:
    for number in range(count):
        with store.write() as tx:
            _enqueue(tx, jobs, number, kind=kind)


def _enqueue(
    tx: Transaction, jobs: DistributedJobs, number: int, *, kind: str = "write_down"
) -> None:
    key, now = f"job-{number}", SystemTime().now()
    jobs.enqueue(tx, kind, {"what": key}, key=key, run_at=now, lock=f"case-{number % 10}")


def _until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, because another thread or process does it."""
    end = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < end, "it never came"
        processes.pause(0.05)


def test_a_job_is_run_when_its_transaction_is_kept_and_never_when_it_is_not(
    store: Store, database: str
) -> None:
    jobs = _jobs(store, database)
    jobs.start()
    for number in range(100):
        with store.write() as tx:
            _enqueue(tx, jobs, number)
    for number in range(100, 130):
        with pytest.raises(ZeroDivisionError):
            _fail_after_enqueueing(store, jobs, number)

    _until(lambda: statuses(store) == {"done": 100})

    jobs.stop()
    assert written(store) == {f"job-{number}": 1 for number in range(100)}


def _fail_after_enqueueing(store: Store, jobs: DistributedJobs, number: int) -> None:
    with store.write() as tx:
        _enqueue(tx, jobs, number)
        raise ZeroDivisionError


def test_a_deadline_that_is_months_away_keeps_back_no_other_job_of_its_case(
    store: Store, database: str
) -> None:
    jobs, now = _jobs(store, database), SystemTime().now()
    for key, run_at in (("later", now + timedelta(days=270)), ("now", now)):
        with store.write() as tx:
            jobs.enqueue(
                tx, "write_down", {"what": key}, key=key, run_at=run_at, lock="the same case"
            )

    jobs.start()
    _until(lambda: written(store) == {"now": 1})
    jobs.stop()


def test_the_same_key_twice_is_promised_once(store: Store, database: str) -> None:
    jobs = _jobs(store, database)
    _promise(store, jobs, 1)
    _promise(store, jobs, 1)

    jobs.start()
    _until(lambda: statuses(store) == {"done": 1})
    jobs.stop()

    assert written(store) == {"job-0": 1}


def test_a_job_that_fails_is_run_again_after_a_while(store: Store, database: str) -> None:
    jobs = _jobs(store, database)
    _promise(store, jobs, 1, kind="fail_once")

    jobs.start()
    _until(lambda: statuses(store) == {"done": 1})
    jobs.stop()

    assert written(store) == {"job-0": 1}


def test_a_job_whose_message_was_lost_is_run_all_the_same(store: Store, database: str) -> None:
    jobs = _jobs(store, database)
    _promise(store, jobs, 3)
    with store.write() as tx:
        tx.execute(text("delete from procrastinate_jobs"))

    jobs.start()
    _until(lambda: statuses(store) == {"done": 3})
    jobs.stop()

    assert written(store) == {f"job-{number}": 1 for number in range(3)}


def test_a_worker_finds_its_database_again_after_it_was_restarted(
    store: Store, database: str, postgresql: PostgreSQL
) -> None:
    jobs = _jobs(store, database)
    jobs.start()
    postgresql.stop_at_once()
    processes.pause(0.5)
    postgresql.start()

    _promise(store, jobs, 5)
    _until(lambda: statuses(store) == {"done": 5})
    jobs.stop()

    assert written(store) == {f"job-{number}": 1 for number in range(5)}


@repeated("kills", 10, 100)
def test_workers_that_are_killed_lose_no_job_and_double_none(
    store: Store, database: str, kills: int
) -> None:
    count = 50 * kills
    _promise(store, _jobs(store, database), count)
    store.close()
    chance = random.Random(20270119)  # noqa: S311  which moment is no secret

    def work() -> None:
        with Store(database) as own:
            _jobs(own, database).work()

    with _working(work, 3) as workers:
        for _ in range(kills):
            processes.pause(chance.uniform(0.1, 0.4))
            victim = chance.randrange(len(workers))
            processes.kill(workers[victim])
            workers[victim] = processes.start(work)
        with Store(database) as judge:
            _until(lambda: statuses(judge) == {"done": count})
            assert written(judge) == {f"job-{number}": 1 for number in range(count)}


@repeated("zombies", 5, 50)
def test_workers_that_wake_after_they_were_believed_dead_do_nothing_twice(
    store: Store, database: str, zombies: int
) -> None:
    count = 40 * zombies
    store.close()
    chance = random.Random(20270120)  # noqa: S311  which moment is no secret

    def work() -> None:
        with Store(database) as own:
            _jobs(own, database).work(1)

    for begin in range(0, zombies, 5):
        with _working(work, 5) as workers:
            with Store(database) as own:
                _promise_more(own, database, range(40 * begin, 40 * (begin + 5)))
            for worker in workers:
                processes.pause(chance.uniform(0, 0.2))
                processes.freeze(worker)
            with _working(work, 1), Store(database) as judge:
                _until(lambda judge=judge, begin=begin: _all_done(judge, 40 * (begin + 5)))
                for worker in workers:
                    processes.thaw(worker)
                processes.pause(0.5)

    with Store(database) as judge:
        assert written(judge) == {f"job-{number}": 1 for number in range(count)}


@contextmanager
def _working(work: Callable[[], None], number: int) -> Iterator[list[int]]:
    """Run processes until the end of the block; none of them stays."""
    workers = [processes.start(work) for _ in range(number)]
    try:
        yield workers
    finally:
        for worker in workers:
            processes.kill(worker)


def _promise_more(store: Store, database: str, numbers: range) -> None:
    jobs = _jobs(store, database)
    for number in numbers:
        with store.write() as tx:
            _enqueue(tx, jobs, number)


def _all_done(store: Store, count: int) -> bool:
    return statuses(store) == {"done": count}
