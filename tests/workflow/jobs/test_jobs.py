from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.workflow.jobs.ledger import (
    NOON,
    jobs_on,
    jobs_that_write_down,
    promise,
    statuses,
    write_down,
    written,
)
from workflow.jobs import HouseJobs
from workflow.ports import Handler, Jobs
from workflow.store import Store, Transaction
from workflow.store.jobs import incidents, try_again

ONE_DAY = timedelta(days=1)


def _jobs(store: Store, **handlers: Handler) -> HouseJobs:
    jobs = jobs_on(store)
    for kind, handler in handlers.items():
        jobs.register(kind, handler)
    return jobs


def _enqueue(
    store: Store,
    jobs: Jobs,
    kind: str,
    *,
    key: str = "k",
    run_at: datetime = NOON,
    lock: str | None = None,
) -> None:
    with store.write() as tx:
        jobs.enqueue(tx, kind, {"what": key}, key=key, run_at=run_at, lock=lock)


def _failing(error: Exception) -> Handler:
    def fail(_tx: Transaction, _args: Mapping[str, Any], _now: datetime) -> None:
        raise error

    return fail


def test_a_promised_job_is_done_with_its_arguments_at_the_moment_it_is_run(store: Store) -> None:
    seen: list[tuple[Mapping[str, Any], datetime]] = []
    jobs = _jobs(store, look=lambda _tx, args, now: seen.append((args, now)))
    with store.write() as tx:
        jobs.enqueue(tx, "look", {"id": "t-1", "round": 2}, key="k", run_at=NOON)

    assert jobs.tick(NOON + ONE_DAY) == 1

    assert seen == [({"id": "t-1", "round": 2}, NOON + ONE_DAY)]
    assert statuses(store) == {"done": 1}


def test_a_job_is_not_promised_when_its_transaction_is_rolled_back(store: Store) -> None:
    jobs = jobs_that_write_down(store)

    def promise_and_fail() -> None:
        with store.write() as tx:
            jobs.enqueue(tx, "write_down", {"what": "k"}, key="k", run_at=NOON)
            raise LookupError

    with pytest.raises(LookupError):
        promise_and_fail()

    assert jobs.tick(NOON) == 0
    assert written(store) == {}


def test_promising_the_same_key_twice_is_promising_it_once(store: Store) -> None:
    jobs = jobs_that_write_down(store)
    _enqueue(store, jobs, "write_down")
    _enqueue(store, jobs, "write_down")

    assert jobs.tick(NOON) == 1

    _enqueue(store, jobs, "write_down")
    assert jobs.tick(NOON) == 0
    assert written(store) == {"k": 1}


def test_a_job_waits_for_its_time(store: Store) -> None:
    jobs = jobs_that_write_down(store)
    _enqueue(store, jobs, "write_down", run_at=NOON + ONE_DAY)

    assert jobs.tick(NOON + ONE_DAY - timedelta(microseconds=1)) == 0
    assert jobs.tick(NOON + ONE_DAY) == 1


def test_jobs_that_fell_due_while_nobody_ran_them_run_in_the_order_of_their_times(
    store: Store,
) -> None:
    order: list[str] = []
    jobs = _jobs(store, look=lambda _tx, args, _now: order.append(args["what"]))
    for days in (20, 3, 11):
        _enqueue(store, jobs, "look", key=f"day {days}", run_at=NOON + days * ONE_DAY)

    jobs.tick(NOON + 21 * ONE_DAY)

    assert order == ["day 3", "day 11", "day 20"]


def test_a_job_that_a_job_makes_due_is_run_in_the_same_tick(store: Store) -> None:
    jobs = _jobs(store, write_down=write_down)

    def begin(tx: Transaction, _args: Mapping[str, Any], now: datetime) -> None:
        jobs.enqueue(tx, "write_down", {"what": "next"}, key="next", run_at=now)

    jobs.register("begin", begin)
    _enqueue(store, jobs, "begin")

    assert jobs.tick(NOON) == 2
    assert written(store) == {"next": 1}


def test_the_effect_of_a_job_that_fails_is_undone_and_it_is_tried_again_later(
    store: Store,
) -> None:
    tries: list[datetime] = []

    def fail_once(tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        write_down(tx, args, now)
        tries.append(now)
        if len(tries) == 1:
            raise RuntimeError

    jobs = _jobs(store, fail_once=fail_once)
    _enqueue(store, jobs, "fail_once")

    assert jobs.tick(NOON) == 1
    assert written(store) == {}
    assert jobs.tick(NOON + timedelta(seconds=9)) == 0
    assert jobs.tick(NOON + timedelta(seconds=10)) == 1
    assert written(store) == {"k": 1}


def test_a_job_that_always_fails_becomes_an_incident_that_says_nothing_personal(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = _jobs(store, fail=_failing(RuntimeError("Sam Example, 12 Hill Road")))
    _enqueue(store, jobs, "fail", lock="case-1")

    runs = sum(jobs.tick(NOON + hour * timedelta(hours=1)) for hour in range(20))

    assert runs == 5
    with store.read() as view:
        (incident,) = incidents(view)
    assert (incident.kind, incident.lock, incident.attempts) == ("fail", "case-1", 5)
    assert incident.failed_at == NOON + timedelta(hours=4)
    assert incident.error == "RuntimeError"
    assert "Sam" not in caplog.text


def test_an_incident_can_be_tried_once_more(store: Store) -> None:
    jobs = _jobs(store)
    _enqueue(store, jobs, "write_down")
    jobs.tick(NOON)
    with store.read() as view:
        (incident,) = incidents(view)
    assert incident.error == "KindUnknown"

    jobs.register("write_down", write_down)
    with store.write() as tx:
        assert try_again(tx, incident.id, at=NOON)
        assert not try_again(tx, incident.id, at=NOON)

    assert jobs.tick(NOON) == 1
    assert written(store) == {"k": 1}
    with store.read() as view:
        assert incidents(view) == ()


def test_a_failing_job_does_not_hold_up_the_others_of_its_lock(store: Store) -> None:
    jobs = _jobs(store, fail=_failing(OSError()), write_down=write_down)
    _enqueue(store, jobs, "fail", key="first", lock="case-1")
    _enqueue(store, jobs, "write_down", key="second", lock="case-1")

    jobs.tick(NOON)

    assert written(store) == {"second": 1}


def test_a_kind_of_job_has_one_handler(store: Store) -> None:
    jobs = jobs_that_write_down(store)

    with pytest.raises(ValueError, match="write_down"):
        jobs.register("write_down", write_down)


def test_threads_that_tick_at_the_same_moment_lose_nothing_and_double_nothing(
    store: Store,
) -> None:
    keys = promise(store, 500)
    jobs = jobs_that_write_down(store)

    with ThreadPoolExecutor(4) as threads:
        done = [threads.submit(jobs.tick, NOON) for _ in range(4)]
        runs = sum(one.result() for one in done)

    # A thread that finds every lock held stops early; a last look takes what it left.
    assert runs + jobs.tick(NOON) == 500
    assert written(store) == dict.fromkeys(keys, 1)
