"""Jobs as rows: promised, taken on a lease, ended. Every change of a taken job is fenced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import (
    Row,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)

from workflow.store.database import Transaction
from workflow.store.tables import Moment, job

# Written out, not bound: only then does the database see that its partial indexes fit.
_RUNNING = job.c.status == literal_column("'running'")
_FAILED = job.c.status == literal_column("'failed'")

# Statements are made once: making one costs more than running it.
_other = job.alias("other")
_lock_is_held = exists().where(
    _other.c.lock == job.c.lock,
    _other.c.status == literal_column("'running'"),
    _other.c.due_at > bindparam("now", type_=Moment),
)

#: The job to take next: queued, or running on a lease that has ended, its lock free.
_DUE = (
    select(job)
    .where(
        job.c.status.in_([literal_column("'queued'"), literal_column("'running'")]),
        job.c.due_at <= bindparam("now", type_=Moment),
        or_(job.c.lock.is_(None), ~_lock_is_held),
    )
    .order_by(job.c.due_at, job.c.id)
    .limit(1)
)

#: A job with the same lock that runs on a lease, or that has been due longer.
_IN_THE_WAY = (
    select(job.c.id)
    .where(
        job.c.lock == bindparam("own_lock"),
        job.c.id != bindparam("own"),
        job.c.status.in_([literal_column("'queued'"), literal_column("'running'")]),
        or_(
            and_(_RUNNING, job.c.due_at > bindparam("now", type_=Moment)),
            and_(
                job.c.due_at <= bindparam("now", type_=Moment),
                tuple_(job.c.due_at, job.c.id)
                < tuple_(bindparam("own_due_at", type_=Moment), bindparam("own")),
            ),
        ),
    )
    .limit(1)
)
#: How soon it is looked again whether the lock is free.
_SOON = timedelta(seconds=1)

#: Nobody else can take it until the transaction has ended.
_BY_KEY = select(job).where(job.c.key == bindparam("key")).with_for_update()
_UNFINISHED = ("queued", "running")

#: As `_DUE`, whether the lock is free or not.
_OVERDUE = (
    select(job.c.key, job.c.due_at)
    .where(
        job.c.status.in_([literal_column("'queued'"), literal_column("'running'")]),
        job.c.due_at <= bindparam("now", type_=Moment),
    )
    .order_by(job.c.due_at, job.c.id)
)

#: Likewise, but one that another worker is just taking is passed over.
_DUE_AND_FREE = _DUE.with_for_update(skip_locked=True)

_TAKE = update(job).where(job.c.id == bindparam("taken"))

#: Changes a job that is still held: neither ended nor taken by another since.
_CHANGE = update(job).where(
    job.c.id == bindparam("taken"), _RUNNING, job.c.attempt == bindparam("fence")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A job as its worker holds it. `attempt` is the fence: another taking counts it up."""

    id: int
    key: str
    kind: str
    args: Mapping[str, Any]
    attempt: int
    interruptions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A job that cannot be taken yet: its time has not come, or another worker holds it."""

    key: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A job that was given up; somebody has to look at it."""

    id: int
    key: str
    kind: str
    #: The case that it belongs to, where it has one.
    lock: str | None
    attempts: int
    failed_at: datetime
    #: Class of the last error; its message may hold something personal and is not kept.
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A job that is to be done."""

    key: str
    kind: str
    args: Mapping[str, Any]
    run_at: datetime
    lock: str | None = None


def add(tx: Transaction, promise: Promise) -> bool:
    """Promise a job; return False where its key has been promised before."""
    return tx.insert_once(
        job,
        {
            "key": promise.key,
            "kind": promise.kind,
            "args": msgspec.json.encode(promise.args).decode(),
            "lock": promise.lock,
            "status": "queued",
            "due_at": promise.run_at,
            "attempt": 0,
            "interruptions": 0,
        },
    )


def any_due(tx: Transaction, now: datetime) -> bool:
    """Return whether there is a job to take."""
    return tx.execute(_DUE, {"now": now}).first() is not None


def take(tx: Transaction, now: datetime, *, until: datetime) -> Taken | None:
    """Take the job that has been due longest; None where there is none.

    Args:
        tx: The transaction.
        now: The present moment.
        until: End of the lease: another worker may take it then.
    """
    # Two that look at the same moment could take two jobs with the same lock.
    tx.hold("take a job")
    row = tx.execute(_DUE_AND_FREE, {"now": now}).first()
    return None if row is None else _take(tx, row, until=until)


def take_one(tx: Transaction, key: str, now: datetime, *, until: datetime) -> Taken | Later | None:
    """Take a job by its key; say when it can be taken if not now, or None where it has ended.

    Args:
        tx: The transaction.
        key: What it was promised under.
        now: The present moment.
        until: End of the lease: another worker may take it then.
    """
    row = tx.execute(_BY_KEY, {"key": key}).first()
    if row is None or row.status not in _UNFINISHED:
        return None
    if row.due_at > now:
        return Later(key=row.key, due_at=row.due_at)
    if row.lock is not None and _has_to_wait(tx, row, now):
        return Later(key=row.key, due_at=now + _SOON)
    return _take(tx, row, until=until)


def _has_to_wait(tx: Transaction, row: Row[*tuple[Any, ...]], now: datetime) -> bool:
    """Return whether another job with the same lock is running, or has been due longer."""
    tx.hold(f"jobs of {row.lock}")
    own = {"own": row.id, "own_lock": row.lock, "own_due_at": row.due_at, "now": now}
    return tx.execute(_IN_THE_WAY, own).first() is not None


def overdue(tx: Transaction, now: datetime, *, limit: int) -> tuple[Later, ...]:
    """Return jobs that could have been taken at a moment and were not; longest due first."""
    found = tx.execute(_OVERDUE.limit(limit), {"now": now})
    return tuple(Later(key=row.key, due_at=row.due_at) for row in found)


def hold(tx: Transaction, taken: Taken) -> bool:
    """Return whether the worker still holds the job; if so, nobody takes it in this transaction."""
    return _change(tx, taken, attempt=taken.attempt)


def finish(tx: Transaction, taken: Taken, *, at: datetime) -> bool:
    """Mark a job as done; return False, with nothing changed, where it is no longer held."""
    return _change(tx, taken, status="done", ended_at=at)


def put_back(
    tx: Transaction, taken: Taken, *, due_at: datetime, error: str, interrupted: bool = False
) -> bool:
    """Have a job tried again later; return False where it is no longer held."""
    return _change(
        tx,
        taken,
        status="queued",
        due_at=due_at,
        last_error=error,
        interruptions=taken.interruptions + interrupted,
    )


def give_up(tx: Transaction, taken: Taken, *, at: datetime, error: str) -> bool:
    """Make an incident of a job; return False where it is no longer held."""
    return _change(tx, taken, status="failed", ended_at=at, last_error=error)


def incidents(tx: Transaction) -> tuple[Incident, ...]:
    """Return the jobs that were given up, the oldest first."""
    rows = tx.execute(select(job).where(_FAILED).order_by(job.c.ended_at, job.c.id))
    return tuple(
        Incident(
            id=row.id,
            key=row.key,
            kind=row.kind,
            lock=row.lock,
            attempts=row.attempt,
            failed_at=row.ended_at,
            error=row.last_error,
        )
        for row in rows
    )


def try_again(tx: Transaction, job_id: int, *, at: datetime) -> bool:
    """Have a job that was given up tried once more; return False where it is no incident."""
    # The attempts go on counting: a worker of long ago must not pass the fence.
    anew = {"status": "queued", "due_at": at, "interruptions": 0, "ended_at": None}
    return tx.execute(update(job).where(job.c.id == job_id, _FAILED).values(anew)).rowcount == 1


def _change(tx: Transaction, taken: Taken, **values: object) -> bool:
    """Change a job that is still held; return whether it was."""
    held = {"taken": taken.id, "fence": taken.attempt}
    return tx.execute(_CHANGE, {**held, **values}).rowcount == 1


def _take(tx: Transaction, row: Row[*tuple[Any, ...]], *, until: datetime) -> Taken:
    interruptions = row.interruptions + (row.status == "running")
    held = {"status": "running", "due_at": until, "attempt": row.attempt + 1}
    tx.execute(_TAKE, {"taken": row.id, "interruptions": interruptions, **held})
    return Taken(
        id=row.id,
        key=row.key,
        kind=row.kind,
        args=msgspec.json.decode(row.args),
        attempt=row.attempt + 1,
        interruptions=interruptions,
    )
