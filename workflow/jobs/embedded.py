"""Jobs on the same database, run by threads of the same process: the adapter for one machine."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from workflow.jobs.running import Work, run_next
from workflow.jobs.workers import Workers
from workflow.ports import Errand, Handler, Time
from workflow.store import Store, Transaction, jobs


class EmbeddedJobs:
    """The `Jobs` port on rows of the store (`workflow.ports.Jobs` tells the rest)."""

    def __init__(self, store: Store, time: Time) -> None:
        """Make the adapter; nothing runs before `start` or `tick`.

        Args:
            store: Where the jobs are kept.
            time: Tells the threads what is due; `tick` is told.
        """
        self._store = store
        self._work: dict[str, Work] = {}
        self._workers = Workers(lambda: run_next(store, self._work, time.now()))

    def register(self, kind: str, handler: Handler, *, attempts: int = 5) -> None:
        """Say who does jobs of a kind, and how often a failing one is tried."""
        self._add(kind, Work(does=handler, attempts=attempts))

    def register_errand(self, kind: str, errand: Errand, *, attempts: int = 14) -> None:
        """Say who does jobs of a kind that goes outside the database."""
        self._add(kind, Work(does=errand, attempts=attempts))

    def enqueue(
        self,
        tx: Transaction,
        kind: str,
        args: Mapping[str, Any],
        *,
        key: str,
        run_at: datetime,
        lock: str | None = None,
    ) -> None:
        """Promise a job in the caller's transaction; the same key twice is promised once."""
        promise = jobs.Promise(key=key, kind=kind, args=args, run_at=run_at, lock=lock)
        if jobs.add(tx, promise):
            tx.after_commit(self.wake)

    def tick(self, now: datetime) -> int:
        """Run everything that is due, and what that makes due; return how many were run."""
        count = 0
        while run_next(self._store, self._work, now):
            count += 1
        return count

    def wake(self) -> None:
        """Have the threads look at once."""
        self._workers.wake()

    def start(self, threads: int = 2) -> None:
        """Run jobs in threads of this process until `stop`."""
        self._workers.start(threads)

    def stop(self) -> None:
        """Let the threads end the jobs they are at, and wait for them."""
        self._workers.stop()

    def quiet(self) -> AbstractContextManager[None]:
        """Keep the threads from jobs for a while, once they have ended those that they are at.

        For who moves time by days: a lease that is run in between would end in the middle.
        """
        return self._workers.quiet()

    def _add(self, kind: str, work: Work) -> None:
        if kind in self._work:
            raise ValueError(f"Expected one handler for jobs of kind {kind}, but there are two.")
        self._work[kind] = work
