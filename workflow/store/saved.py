"""Saved answers: a form that a person has begun and not yet sent. Only they see it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from workflow.model.actor import Actor
from workflow.model.task import Task
from workflow.store.codec import CODEC
from workflow.store.database import Transaction
from workflow.store.tables import saved_answers

_OF_ACTOR = select(saved_answers.c.content).where(
    saved_answers.c.task_id == bindparam("task_id"),
    saved_answers.c.account_id == bindparam("actor"),
)
_FORGET = saved_answers.delete().where(saved_answers.c.task_id == bindparam("task_id"))


def put(
    tx: Transaction, task: Task, actor: Actor, answers: Mapping[str, Any], *, at: datetime
) -> None:
    """Keep an actor's answers to a task, in place of those kept before."""
    row = {
        "task_id": task.id,
        "account_id": actor.id,
        "content": CODEC.seal(task.case_id, answers),
        "saved_at": at,
    }
    tx.insert_or_update(saved_answers, row, keys=("task_id", "account_id"))


def answers(tx: Transaction, task: Task, actor: Actor) -> Mapping[str, Any]:
    """Return the answers that an actor has kept for a task; empty where there are none."""
    sealed = tx.execute(_OF_ACTOR, {"task_id": task.id, "actor": actor.id}).scalar_one_or_none()
    opened: Mapping[str, Any] = {} if sealed is None else CODEC.open(task.case_id, sealed)
    return opened


def forget(tx: Transaction, task_id: str) -> None:
    """Delete what anybody has kept for a task that no longer waits."""
    tx.execute(_FORGET, {"task_id": task_id})
