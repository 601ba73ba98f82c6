"""Workers that are killed at any moment lose no job and double none."""

import random
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from tests.workflow import processes
from tests.workflow.jobs.ledger import (
    NOON,
    jobs_on,
    jobs_that_write_down,
    promise,
    statuses,
    write_down,
    written,
)
from tests.workflow.store.rows import a_case
from workflow.jobs.retries import LEASE
from workflow.store import Store, Transaction, database
from workflow.store.tables import timer

JOBS, KILLS = 500, 10


def _work_until_killed(database_url: str, now: datetime, statements: int) -> None:
    """Run what is due, and end without a word at the given statement to the database."""
    numbers = count(1)
    execute = Transaction.execute

    def counted(self: Transaction, *statement: Any) -> object:  # noqa: ANN401  passed on
        if next(numbers) == statements:
            processes.end_at_once()
        return execute(self, *statement)

    database.Transaction.execute = counted  # type: ignore[method-assign]  the process is about to die
    with Store(database_url) as store:
        jobs_that_write_down(store).tick(now)


def test_workers_killed_at_any_statement_lose_nothing_and_double_nothing(
    database_url: str,
) -> None:
    with Store(database_url) as store:
        keys = promise(store, 150)

    # One run is about ten statements: every one of them is the last of some worker.
    for statements in range(1, 41):
        now = NOON + statements * LEASE
        worker = processes.start(partial(_work_until_killed, database_url, now, statements))
        assert processes.join(worker) == -9

    with Store(database_url) as store:
        jobs_that_write_down(store).tick(NOON + 50 * LEASE)
        assert written(store) == dict.fromkeys(keys, 1)
        assert statuses(store) == {"done": 150}


def test_workers_killed_at_random_among_others_lose_nothing_and_double_nothing(
    database_url: str,
) -> None:
    with Store(database_url) as store:
        keys = promise(store, JOBS)
    chance = random.Random(20270111)  # noqa: S311  which moment is no secret

    for kill in range(KILLS):
        now = NOON + kill * LEASE
        last = chance.randrange(20, 200)
        dying = processes.start(partial(_work_until_killed, database_url, now, last))
        living = processes.start(partial(_work_until_killed, database_url, now, 200))
        assert (processes.join(dying), processes.join(living)) == (-9, -9)

    with Store(database_url) as store:
        jobs_that_write_down(store).tick(NOON + (KILLS + 1) * LEASE)
        assert written(store) == dict.fromkeys(keys, 1)
        assert statuses(store) == {"done": JOBS}


def _fire(tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
    """Fire a timer, unless it has been cancelled: what the house does with its timers."""
    waiting = (timer.c.id == args["what"], timer.c.status == "waiting")
    fired = tx.execute(update(timer).where(*waiting).values(status="fired", ended_at=now))
    if fired.rowcount:
        write_down(tx, args, now)


def _fire_what_is_due(database_url: str, now: datetime) -> None:
    with Store(database_url) as store:
        jobs = jobs_on(store)
        jobs.register("fire", _fire, attempts=1_000)
        jobs.tick(now)


@pytest.mark.parametrize(
    ("timers", "kills"), [(500, 10), pytest.param(10_000, 100, marks=pytest.mark.long)]
)
def test_timers_that_fall_due_at_the_same_moment_fire_once_each_though_workers_are_killed(
    database_url: str, timers: int, kills: int
) -> None:
    with Store(database_url) as store, store.write() as tx:
        jobs = jobs_on(store)
        a_case(tx)
        for number in range(timers):
            name = f"timer-{number}"
            row = {"id": name, "case_id": "case-1", "token_id": name, "step": "wait"}
            tx.execute(insert(timer).values(due_at=NOON, status="waiting", **row))
            jobs.enqueue(tx, "fire", {"what": name}, key=name, run_at=NOON, lock=f"c{number % 7}")

    chance = random.Random(20270112)  # noqa: S311  which moment is no secret
    for kill in range(kills):
        fire = partial(_fire_what_is_due, database_url, NOON + kill * LEASE)
        workers = [processes.start(fire) for _ in range(8)]
        processes.pause(chance.uniform(0.02, 0.08))
        for worker in workers:
            processes.kill(worker)

    _fire_what_is_due(database_url, NOON + (kills + 1) * LEASE)

    with Store(database_url) as store:
        assert written(store) == {f"timer-{number}": 1 for number in range(timers)}
        with store.read() as view:
            assert set(view.execute(select(timer.c.status)).scalars()) == {"fired"}


class _Zombie(Store):
    """A store whose process is frozen between taking a job and running it."""

    writes = 0

    def write(self) -> AbstractContextManager[Transaction]:
        self.writes += 1
        if self.writes == 2:
            processes.freeze_here()
        return super().write()


def test_a_worker_that_wakes_after_its_lease_does_nothing_twice(database_url: str) -> None:
    with Store(database_url) as store:
        keys = promise(store, 20)

    def sleep_and_wake() -> None:
        with _Zombie(database_url) as own:
            jobs_that_write_down(own).tick(NOON)

    zombies = [processes.start(sleep_and_wake) for _ in range(5)]
    for zombie in zombies:
        processes.await_frozen(zombie)

    with Store(database_url) as store:
        assert statuses(store) == {"running": 5, "queued": 15}
        assert jobs_that_write_down(store).tick(NOON + LEASE) == 20

    for zombie in zombies:
        processes.thaw(zombie)
    assert [processes.join(zombie) for zombie in zombies] == [0] * 5

    with Store(database_url) as store:
        assert written(store) == dict.fromkeys(keys, 1)
        assert statuses(store) == {"done": 20}
