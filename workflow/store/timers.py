"""Timers: deadlines that cases wait for. Each is a row; nothing looks through cases for them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import bindparam, select

from workflow.model.case import Wait
from workflow.store.database import Transaction
from workflow.store.tables import Moment, timer

_WAITING = "waiting"

_INSERT = timer.insert()
_END = timer.update().where(timer.c.id == bindparam("ended"), timer.c.status == _WAITING)
_BY_ID = select(timer.c.case_id, timer.c.token_id, timer.c.step).where(
    timer.c.id == bindparam("timer_id")
)
_CASE_OF = select(timer.c.case_id).where(timer.c.id == bindparam("timer_id"))
_OF_CASE = select(timer.c.token_id, timer.c.step, timer.c.id, timer.c.due_at).where(
    timer.c.case_id == bindparam("case_id"), timer.c.status == _WAITING
)
_FIRED = (
    select(timer.c.id)
    .where(
        timer.c.case_id == bindparam("case_id"),
        timer.c.status == "fired",
        timer.c.step == bindparam("at_step"),
        timer.c.ended_at >= bindparam("since", type_=Moment),
    )
    .limit(1)
)
_OVERDUE = (
    select(timer.c.id, timer.c.due_at)
    .where(
        timer.c.case_id == bindparam("case_id"),
        timer.c.status == _WAITING,
        timer.c.due_at <= bindparam("now", type_=Moment),
    )
    .order_by(timer.c.due_at, timer.c.step, timer.c.id)
)
_SOONEST_FIRST = _OF_CASE.order_by(timer.c.due_at, timer.c.step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """A timer whose time has come."""

    case_id: str
    #: The token that waits for it, and the timer event's id in the drawing.
    token: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A timer whose time has come, and that still waits."""

    id: str
    due_at: datetime


def insert(tx: Transaction, case_id: str, *, token: str, step: str, due_at: datetime) -> str:
    """Write a timer and return its id."""
    timer_id = str(uuid4())
    row = {
        "id": timer_id,
        "case_id": case_id,
        "token_id": token,
        "step": step,
        "due_at": due_at,
        "status": _WAITING,
    }
    tx.execute(_INSERT, row)
    return timer_id


def waiting(tx: Transaction, case_id: str) -> dict[tuple[str, str], str]:
    """Return the timers that a case waits for: (token, step) -> timer id."""
    found = tx.execute(_OF_CASE, {"case_id": case_id})
    return {(token, step): timer_id for token, step, timer_id, _ in found}


def waits(tx: Transaction, case_id: str) -> tuple[Wait, ...]:
    """Return the deadlines that a case waits for, soonest first."""
    found = tx.execute(_SOONEST_FIRST, {"case_id": case_id})
    return tuple(Wait(step=step, due_at=due_at) for _, step, _, due_at in found)


def overdue(tx: Transaction, case_id: str, now: datetime) -> tuple[Overdue, ...]:
    """Return the timers of a case that wait although their time has come, longest due first."""
    found = tx.execute(_OVERDUE, {"case_id": case_id, "now": now})
    return tuple(Overdue(id=timer_id, due_at=due_at) for timer_id, due_at in found)


def case_of(tx: Transaction, timer_id: str) -> str:
    """Return the case of a timer that is known to exist."""
    return str(tx.execute(_CASE_OF, {"timer_id": timer_id}).scalar_one())


def fired_since(tx: Transaction, case_id: str, step: str, since: datetime) -> bool:
    """Return whether a timer event of a case has fired at a moment or after it."""
    found = tx.execute(_FIRED, {"case_id": case_id, "at_step": step, "since": since})
    return found.first() is not None


def fire(tx: Transaction, timer_id: str, *, at: datetime) -> Fired | None:
    """Write that a timer has fired and return it; None where it waits no longer."""
    if not _end(tx, timer_id, "fired", at=at):
        return None
    case_id, token, step = tx.execute(_BY_ID, {"timer_id": timer_id}).one()
    return Fired(case_id=case_id, token=token, step=step)


def cancel(tx: Transaction, timer_id: str, *, at: datetime) -> None:
    """Write that a case no longer waits for a timer."""
    _end(tx, timer_id, "cancelled", at=at)


def _end(tx: Transaction, timer_id: str, status: str, *, at: datetime) -> bool:
    ended = tx.execute(_END, {"ended": timer_id, "status": status, "ended_at": at})
    return ended.rowcount == 1
