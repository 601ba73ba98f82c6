"""Runs one job: takes it, does its work, ends it. `workflow.ports` tells what this promises."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from workflow.jobs.retries import INTERRUPTIONS, LEASE, pause
from workflow.ports import Errand, Handler, OutcomeUnknown
from workflow.store import Store, Transaction, jobs
from workflow.store.jobs import Later, Taken

_log = logging.getLogger(__name__)


class KindUnknown(Exception):
    """Nobody has been registered for a kind of job."""


def _refuse(tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG001  a Handler
    raise KindUnknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Who does jobs of a kind."""

    does: Handler | Errand
    #: How often a job is tried before it becomes an incident.
    attempts: int


#: Promises, in the transaction that makes it necessary, to come back to a job that waits.
Again = Callable[[Transaction, Later], None]


def _nobody_comes_back(tx: Transaction, later: Later) -> None:
    """Leave it to who looks for what is due."""


def run_next(store: Store, work: Mapping[str, Work], now: datetime) -> bool:
    """Run the job that has been due longest; return False where none is due.

    What goes wrong in a job is the job's: it is put back for later or becomes an incident.

    Raises:
        StoreUnavailable: If the database cannot be used.
    """
    with store.read() as view:
        if not jobs.any_due(view, now):
            return False
    with store.write() as tx:
        taken = jobs.take(tx, now, until=now + LEASE)
    if taken is not None:
        _Run(store, work.get(taken.kind), taken, now, _nobody_comes_back).to_its_end()
    return taken is not None


def run_one(
    store: Store,
    work: Mapping[str, Work],
    key: str,
    now: datetime,
    again: Again,
    *,
    lease: timedelta = LEASE,
) -> None:
    """Run the job that was promised under a key; come back to it where it cannot be run yet.

    Raises:
        StoreUnavailable: If the database cannot be used.
    """
    with store.write() as tx:
        taken = jobs.take_one(tx, key, now, until=now + lease)
        if isinstance(taken, Later):
            again(tx, taken)
    if isinstance(taken, Taken):
        _Run(store, work.get(taken.kind), taken, now, again).to_its_end()


class _Run:
    """One attempt at one job."""

    def __init__(
        self, store: Store, work: Work | None, taken: Taken, now: datetime, again: Again
    ) -> None:
        self._store = store
        self._again = again
        self._attempts = work.attempts if work else 1
        self._does = work.does if work else _refuse
        self._taken = taken
        self._now = now

    def to_its_end(self) -> None:
        if self._vanished_too_often():
            self._give_up("Interrupted")
        elif callable(self._does):
            self._run_handler(self._does)
        else:
            self._run_errand(self._does)

    def _vanished_too_often(self) -> bool:
        most = self._attempts if callable(self._does) else INTERRUPTIONS
        return self._taken.interruptions > most

    def _run_handler(self, handler: Handler) -> None:
        try:
            with self._store.write() as tx:
                if jobs.finish(tx, self._taken, at=self._now):
                    handler(tx, self._taken.args, self._now)
        except Exception as error:  # noqa: BLE001  any error of a job is the job's
            self._failed(error)

    def _run_errand(self, errand: Errand) -> None:
        try:
            prepared = self._prepare(errand)
        except Exception as error:  # noqa: BLE001  any error of a job is the job's
            self._failed(error)
            return
        if prepared is None:
            return
        try:
            errand.run(prepared)
        except OutcomeUnknown as error:
            self._failed(error, interrupted=True)
            return
        except Exception as error:  # noqa: BLE001  any error of a job is the job's
            self._failed(error, errand)
            return
        self._record(errand)

    def _prepare(self, errand: Errand) -> object | None:
        with self._store.write() as tx:
            if not jobs.hold(tx, self._taken):
                return None
            prepared = errand.prepare(tx, self._taken.args, self._now)
            if prepared is None:
                jobs.finish(tx, self._taken, at=self._now)
            return prepared

    def _record(self, errand: Errand) -> None:
        """Say that it was done. Where that fails, it was done all the same, as if interrupted."""
        try:
            with self._store.write() as tx:
                if jobs.finish(tx, self._taken, at=self._now):
                    errand.record(tx, self._taken.args, self._now)
        except Exception as error:  # noqa: BLE001  any error of a job is the job's
            self._failed(error, interrupted=True)

    def _failed(
        self, error: Exception, errand: Errand | None = None, *, interrupted: bool = False
    ) -> None:
        name, taken = type(error).__name__, self._taken
        _log.warning("job %d (%s), attempt %d: %s", taken.id, taken.kind, taken.attempt, name)
        with self._store.write() as tx:
            if errand is not None and jobs.hold(tx, taken):
                errand.give_back(tx, taken.args, self._now)
            if taken.attempt >= self._attempts:
                jobs.give_up(tx, taken, at=self._now, error=name)
            else:
                due_at = self._now + pause(taken.attempt)
                jobs.put_back(tx, taken, due_at=due_at, error=name, interrupted=interrupted)
                self._again(tx, Later(key=taken.key, due_at=due_at))

    def _give_up(self, error: str) -> None:
        with self._store.write() as tx:
            jobs.give_up(tx, self._taken, at=self._now, error=error)
