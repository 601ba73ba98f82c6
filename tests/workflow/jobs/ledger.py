"""A handler's effect that can be counted, in a table of the store: the count of `throttle`."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select

from workflow.jobs import DistributedJobs, EmbeddedJobs, HouseJobs
from workflow.store import Store, Transaction
from workflow.store.tables import job, throttle

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)


class StoppedTime:
    """The `Time` port, standing still."""

    def now(self) -> datetime:
        return NOON


def write_down(tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
    """Add a row for this run: a job that is run twice has two rows."""
    runs = tx.execute(
        select(func.count()).select_from(throttle).where(throttle.c.key == args["what"])
    ).scalar_one()
    run = {"window_start": now + timedelta(microseconds=runs), "count": runs}
    tx.execute(insert(throttle).values(key=args["what"], **run))


def jobs_on(store: Store) -> HouseJobs:
    """Return the adapter that a house has on this database."""
    if store.alone:
        return EmbeddedJobs(store, StoppedTime())
    return DistributedJobs(store, StoppedTime(), "postgresql://not-asked-here")


def jobs_that_write_down(store: Store) -> HouseJobs:
    jobs = jobs_on(store)
    jobs.register("write_down", write_down, attempts=1_000)
    return jobs


def promise(store: Store, count: int, *, run_at: datetime = NOON) -> list[str]:
    """Promise a number of jobs over ten locks, each in a transaction of its own."""
    jobs, keys = jobs_that_write_down(store), [f"job-{number}" for number in range(count)]
    for number, key in enumerate(keys):
        with store.write() as tx:
            jobs.enqueue(
                tx,
                "write_down",
                {"what": key},
                key=key,
                run_at=run_at,
                lock=f"case-{number % 10}",
            )
    return keys


def written(store: Store) -> Counter[str]:
    """Return how often each job has had its effect."""
    with store.read() as view:
        return Counter(view.execute(select(throttle.c.key)).scalars())


def statuses(store: Store) -> Counter[str]:
    with store.read() as view:
        return Counter(view.execute(select(job.c.status)).scalars())
