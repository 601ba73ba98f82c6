"""Tasks: steps that wait for somebody, and those that no longer do."""

from dataclasses import replace
from datetime import datetime
from functools import cache

from sqlalchemy import Exists, Row, Select, bindparam, select

from workflow.model.actor import SYSTEM, Actor
from workflow.model.task import Task, TaskStatus
from workflow.store import offers
from workflow.store.database import Transaction
from workflow.store.parties import is_party, meant
from workflow.store.places import read_place, write_place
from workflow.store.tables import case, party, task

_INSERT = task.insert()
_END = task.update().where(task.c.id == bindparam("ended"))
_CASE_OF = select(task.c.case_id).where(task.c.id == bindparam("task_id"))
_HOLD_CASE = (
    select(case.c.id)
    .where(case.c.id == _CASE_OF.scalar_subquery())
    .with_for_update(key_share=True, of=case)
)
_READY = (
    select(task)
    .where(task.c.case_id == bindparam("case_id"), task.c.status == TaskStatus.READY.value)
    .order_by(task.c.offered_at, task.c.id)
)


def insert(tx: Transaction, offered: Task) -> None:
    """Write a task, and offer it to the parties that take its lane."""
    row = {
        "id": offered.id,
        "case_id": offered.case_id,
        "token": offered.token,
        "step": offered.step,
        "place": write_place(offered.place),
        "round": offered.round,
        "role": offered.role,
        "status": offered.status.value,
        "offered_at": offered.offered_at,
        "due_at": offered.due_at,
    }
    tx.execute(_INSERT, row)
    offers.insert(tx, offered)


def end(tx: Transaction, waiting: Task, status: TaskStatus, *, by: Actor, at: datetime) -> Task:
    """Write that a task no longer waits, and through whom; return it as it is now."""
    ended = {
        "ended": waiting.id,
        "status": status.value,
        "ended_at": at,
        "ended_by_account": None if by == SYSTEM else by.id,
        "ended_by_name": by.name,
    }
    tx.execute(_END, ended)
    offers.withdraw(tx, waiting.id)
    return replace(waiting, status=status, ended_at=at, ended_by=by.name)


def hold_case(tx: Transaction, task_id: str) -> None:
    """Keep others from changing the case of a task until the end (`cases.hold`)."""
    tx.lock(_HOLD_CASE, {"task_id": task_id})


def by_id(tx: Transaction, actor: Actor, task_id: str) -> Task | None:
    """Return a task, waiting or not, if the actor is a party in its lane; else None."""
    found = tx.execute(_by_id(len(actor.memberships)), {"task_id": task_id, **meant(actor)}).first()
    return read_task(found) if found else None


def ready(tx: Transaction, case_id: str) -> tuple[Task, ...]:
    """Return the tasks of a case that wait, oldest first."""
    return tuple(read_task(one) for one in tx.execute(_READY, {"case_id": case_id}))


def ready_for(tx: Transaction, actor: Actor, case_id: str) -> tuple[Task, ...]:
    """Return the tasks of a case that wait for this actor, oldest first."""
    found = tx.execute(_ready_for(len(actor.memberships)), {"case_id": case_id, **meant(actor)})
    return tuple(read_task(one) for one in found)


@cache
def _by_id(memberships: int) -> Select[tuple[object, ...]]:
    return select(task).where(task.c.id == bindparam("task_id"), _actor_takes_its_lane(memberships))


@cache
def _ready_for(memberships: int) -> Select[tuple[object, ...]]:
    return _READY.where(_actor_takes_its_lane(memberships))


def _actor_takes_its_lane(memberships: int) -> Exists:
    return (
        select(party.c.case_id)
        .where(
            party.c.case_id == task.c.case_id, party.c.role == task.c.role, is_party(memberships)
        )
        .exists()
    )


def read_task(found: Row[tuple[object, ...]]) -> Task:
    """Return the task of a row that has all columns of its table."""
    return Task(
        id=found.id,
        case_id=found.case_id,
        token=found.token,
        step=found.step,
        place=read_place(found.place),
        round=found.round,
        role=found.role,
        status=TaskStatus(found.status),
        offered_at=found.offered_at,
        due_at=found.due_at,
        ended_at=found.ended_at,
        ended_by=found.ended_by_name,
    )
