"""Offers: what waits for whom. A waiting task has one row for each party that takes its lane.

It is written with the task and gone with its end (`workflow.store.tasks`).
"""

from datetime import UTC, datetime

from sqlalchemy import Text, bindparam, select

from workflow.model.task import Task
from workflow.store.database import Transaction
from workflow.store.parties import offered_to
from workflow.store.tables import Moment, offer, party

#: When a task is due that has no date: after all that have one.
NEVER = datetime(9999, 12, 31, tzinfo=UTC)

_INSERT = offer.insert().from_select(
    ["task_id", "taker", "step", "due_at", "offered_at"],
    select(
        bindparam("task", type_=Text),
        offered_to(),
        bindparam("of_step", type_=Text),
        bindparam("due", type_=Moment),
        bindparam("offered", type_=Moment),
    ).where(party.c.case_id == bindparam("in_case"), party.c.role == bindparam("lane")),
)
_WITHDRAW = offer.delete().where(offer.c.task_id == bindparam("withdrawn"))


def insert(tx: Transaction, offered: Task) -> None:
    """Offer a task to the parties that take its lane."""
    values = {
        "task": offered.id,
        "of_step": offered.step,
        "due": offered.due_at or NEVER,
        "offered": offered.offered_at,
        "in_case": offered.case_id,
        "lane": offered.role,
    }
    tx.execute(_INSERT, values)


def withdraw(tx: Transaction, task_id: str) -> None:
    """Offer a task to nobody any more."""
    tx.execute(_WITHDRAW, {"withdrawn": task_id})
