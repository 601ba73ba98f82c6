from threading import Event, get_ident

import pytest
from sqlalchemy import text

from tests.workflow.jobs.ledger import (
    NOON,
    StoppedTime,
    jobs_that_write_down,
    promise,
    write_down,
    written,
)
from workflow.jobs import EmbeddedJobs
from workflow.jobs.workers import Workers
from workflow.store import Store

#: Far longer than it takes, far shorter than a failing test may hang.
PATIENCE = 30.0


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Threads that wake each other are for one machine."""
    return sqlite_url


def test_workers_do_what_was_promised_before_they_started(store: Store) -> None:
    keys, jobs, done = promise(store, 50), EmbeddedJobs(store, StoppedTime()), Event()
    jobs.register("write_down", write_down, attempts=1_000)
    jobs.register("tell", lambda _tx, _args, _now: done.set())
    with store.write() as tx:
        jobs.enqueue(tx, "tell", {}, key="last", run_at=NOON)

    jobs.start(threads=2)
    assert done.wait(PATIENCE)
    jobs.stop()
    jobs.tick(NOON)

    assert written(store) == dict.fromkeys(keys, 1)


def test_workers_that_sleep_are_woken_by_the_commit_that_promises_a_job(store: Store) -> None:
    jobs, done = EmbeddedJobs(store, StoppedTime()), Event()
    jobs.register("tell", lambda _tx, _args, _now: done.set())
    jobs.start(threads=2)

    with store.write() as tx:
        jobs.enqueue(tx, "tell", {}, key="k", run_at=NOON)

    assert done.wait(PATIENCE)
    jobs.stop()


def test_work_is_done_outside_the_thread_that_promised_it(store: Store) -> None:
    jobs, done, threads = EmbeddedJobs(store, StoppedTime()), Event(), list[int]()

    def tell(*_: object) -> None:
        threads.append(get_ident())
        done.set()

    jobs.register("tell", tell)
    jobs.start(threads=1)
    with store.write() as tx:
        jobs.enqueue(tx, "tell", {}, key="k", run_at=NOON)
    assert done.wait(PATIENCE)
    jobs.stop()

    assert threads != [get_ident()]


def test_workers_end_the_job_that_they_are_at_before_they_stop(store: Store) -> None:
    jobs, begun, finished = EmbeddedJobs(store, StoppedTime()), Event(), list[str]()

    def take_time(*_: object) -> None:
        begun.set()
        finished.append("done")

    jobs.register("take_time", take_time)
    with store.write() as tx:
        jobs.enqueue(tx, "take_time", {}, key="k", run_at=NOON)
    jobs.start(threads=1)
    begun.wait(PATIENCE)
    jobs.stop()

    assert finished == ["done"]


def test_quiet_waits_for_jobs_that_run_and_lets_none_begin(store: Store) -> None:
    jobs, begun, may_end = EmbeddedJobs(store, StoppedTime()), Event(), Event()
    order: list[str] = []

    def take_time(*_: object) -> None:
        begun.set()
        may_end.wait(PATIENCE)
        order.append("job")

    jobs.register("take_time", take_time)
    with store.write() as tx:
        jobs.enqueue(tx, "take_time", {}, key="first", run_at=NOON)
    jobs.start(threads=2)
    begun.wait(PATIENCE)

    may_end.set()
    with jobs.quiet():
        order.append("quiet begins")
        with store.write() as tx:
            jobs.enqueue(tx, "take_time", {}, key="second", run_at=NOON)
        order.append("quiet ends")
    while len(order) < 4:
        pass
    jobs.stop()

    assert order == ["job", "quiet begins", "quiet ends", "job"]


def test_quiet_workers_can_be_stopped(store: Store) -> None:
    jobs = jobs_that_write_down(store)
    jobs.start()

    with jobs.quiet():
        jobs.stop()


def test_a_tick_runs_jobs_while_the_threads_are_quiet(store: Store) -> None:
    jobs = jobs_that_write_down(store)
    jobs.start()

    with jobs.quiet():
        keys = promise(store, 5)
        assert jobs.tick(NOON) == 5
    jobs.stop()

    assert written(store) == dict.fromkeys(keys, 1)


def test_workers_can_be_started_again_but_not_twice(store: Store) -> None:
    jobs = EmbeddedJobs(store, StoppedTime())
    jobs.start()
    with pytest.raises(RuntimeError, match="run already"):
        jobs.start()
    jobs.stop()

    jobs.start()
    jobs.stop()


def test_a_worker_lives_on_when_the_database_cannot_be_used_for_a_while() -> None:
    looks, recovered = list[int](), Event()

    def run_next() -> bool:
        looks.append(len(looks))
        if len(looks) == 1:
            raise OSError
        recovered.set()
        return False

    workers = Workers(run_next)
    workers.start(1)
    workers.wake()
    assert recovered.wait(PATIENCE)
    workers.stop()


def test_workers_that_find_nothing_do_not_write(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    jobs = jobs_that_write_down(store)
    with store.read() as view:
        before = view.execute(text("pragma data_version")).scalar_one()
        jobs.tick(NOON)
        assert view.execute(text("pragma data_version")).scalar_one() == before
    store.close()
