"""Jobs on PostgreSQL, run by workers on any machine: the adapter beyond one machine (ADR 0011).

A promise is a row of ours, as everywhere, and a message of Procrastinate's that names it, both
written in the caller's transaction. Procrastinate wakes a worker at the right moment. The row says
whether the work is still to be done, and is the fence that lets it be done once: a message may come
twice, late, or after its worker has vanished. Jobs with the same lock are kept apart by their rows
too: a message with a lock would keep back all later ones of its case, even until a deadline that is
months away.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any

from procrastinate import App, SyncPsycopgConnector

from workflow.jobs.messages import RUN, Pace, Worker, connection_info
from workflow.jobs.running import Work, run_next, run_one
from workflow.ports import Errand, Handler, Time
from workflow.store import Store, Transaction, jobs
from workflow.store.jobs import Later

#: How many overdue jobs are sent anew at once.
_BATCH = 500


class DistributedJobs:
    """The `Jobs` port on PostgreSQL (`workflow.ports.Jobs` tells the rest)."""

    def __init__(self, store: Store, time: Time, database: str, pace: Pace | None = None) -> None:
        """Make the adapter; nothing runs before `start`, `work` or `tick`.

        Args:
            store: Where the jobs are kept: a PostgreSQL database.
            time: Tells the workers what is due; `tick` is told.
            database: The URL of the same database.
            pace: How soon it is noticed that a worker has vanished.
        """
        self._pace = pace or Pace()
        self._store = store
        self._time = time
        self._work: dict[str, Work] = {}
        # Messages ride on the connections of the store: this one is never opened.
        self._messages = App(connector=SyncPsycopgConnector())
        self._worker = Worker(connection_info(database), self._run, self._send_overdue, self._pace)

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
            self._send(tx, Later(key=key, due_at=run_at))

    def tick(self, now: datetime) -> int:
        """Run everything that is due, and what that makes due; return how many were run."""
        count = 0
        while run_next(self._store, self._work, now):
            count += 1
        return count

    def wake(self) -> None:
        """Leave it to the database, which wakes the workers itself."""

    def start(self, threads: int = 2) -> None:
        """Run jobs in threads of this process until `stop`."""
        self._worker.start(threads)

    def stop(self) -> None:
        """Let the threads end the jobs they are at, and wait for them."""
        self._worker.stop()

    def work(self, threads: int = 2) -> None:
        """Run jobs in this process until it is told to stop (SIGTERM, SIGINT)."""
        self._worker.work(threads)

    def quiet(self) -> AbstractContextManager[None]:
        """Do nothing: time that is moved by days is for demonstrations, and for one machine."""
        return nullcontext()

    def _add(self, kind: str, work: Work) -> None:
        if kind in self._work:
            raise ValueError(f"Expected one handler for jobs of kind {kind}, but there are two.")
        self._work[kind] = work

    def _run(self, key: str) -> None:
        lease = self._pace.lease
        run_one(self._store, self._work, key, self._time.now(), self._send, lease=lease)

    def _send(self, tx: Transaction, later: Later) -> None:
        """Send the message that a job is to be run, in a transaction of the store."""
        self._messages.configure_task(
            RUN,
            schedule_at=later.due_at,
            connection=tx.driver_connection,
        ).defer(key=later.key)

    def _send_overdue(self) -> None:
        """Send anew what should have been run: its message was lost, or its worker vanished."""
        with self._store.write() as tx:
            for later in jobs.overdue(tx, self._time.now() - self._pace.lease, limit=_BATCH):
                self._send(tx, later)
