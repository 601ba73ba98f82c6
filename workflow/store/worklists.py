"""Worklists: a page of what waits for somebody, read from an index of offers alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import Row, Select, bindparam, select

from workflow.model.actor import Actor
from workflow.model.case import CaseStatus
from workflow.model.page import Page
from workflow.model.task import Task
from workflow.store.database import Transaction
from workflow.store.nearest import nearest, sorted_by
from workflow.store.pages import Key, Mark, read_mark, read_page
from workflow.store.parties import takers
from workflow.store.tables import case, child, offer, task
from workflow.store.tasks import read_task

_Line = TypeVar("_Line")

#: What the key of a page is made of, and the keys before and after all others.
_COLUMNS = ("due_at", "offered_at", "task_id")
_FIRST: Key = (datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC), "")
_LAST: Key = (datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A waiting task with what a worklist says of its case."""

    task: Task
    case_reference: str
    version_id: str
    child_name: str
    #: Whether the case is suspended.
    suspended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which part of a worklist is asked for."""

    #: Where the page begins; empty for the beginning.
    mark: str = ""
    #: Id of the step that alone is wanted; empty for all.
    step: str = ""
    #: What is due before this moment alone is wanted; None for all.
    until: datetime | None = None


def page(
    tx: Transaction,
    actor: Actor,
    lines_of: Callable[[Sequence[WaitingLine]], Sequence[_Line | None]],
    asked: Asked,
) -> Page[_Line]:
    """Return a page of what waits for an actor, by due date; what has none comes last.

    Args:
        tx: The transaction.
        actor: Who takes the lanes.
        lines_of: Waiting lines -> what is told of each; None where it is not for this actor.
        asked: Which part.
    """
    names = takers(actor)
    values = {f"taker_{number}": name for number, name in enumerate(names)}
    values |= {"step": asked.step} if asked.step else {}

    def fetch(here: Mark, count: int) -> Sequence[Row[tuple[object, ...]]]:
        statement = _page(len(names), onwards=here.onwards, one_step=bool(asked.step))
        due, offered, task_id = here.key or (_FIRST if here.onwards else _LAST)
        key = {"after_due_at": due, "after_offered_at": offered, "after_task_id": task_id}
        end = {"until": asked.until or _LAST[0], "count": count}
        return tx.execute(statement, {**values, **key, **end}).all()

    return read_page(
        read_mark(asked.mark, _FIRST),
        fetch,
        _key,
        lambda rows: lines_of([_line(one) for one in rows]),
    )


@cache
def _page(takers: int, *, onwards: bool, one_step: bool) -> Select[tuple[object, ...]]:
    parts = [_part(number, one_step=one_step) for number in range(takers)]
    few = nearest(parts, _COLUMNS, ascending=onwards)
    return (
        select(
            task,
            few.c.due_at.label("key_due_at"),
            case.c.reference,
            case.c.version_id,
            (case.c.status == CaseStatus.SUSPENDED.value).label("suspended"),
            child.c.preferred_name,
        )
        .join_from(few, task, task.c.id == few.c.task_id)
        .join(case, case.c.id == task.c.case_id)
        .join(child, child.c.id == case.c.child_id)
        .order_by(*sorted_by(few, _COLUMNS, ascending=onwards))
    )


def _part(number: int, *, one_step: bool) -> Select[tuple[object, ...]]:
    """Return what is offered to one of an actor's takers."""
    part = select(offer.c.due_at, offer.c.offered_at, offer.c.task_id).where(
        offer.c.taker == bindparam(f"taker_{number}"), offer.c.due_at < bindparam("until")
    )
    return part.where(offer.c.step == bindparam("step")) if one_step else part


def _key(found: Row[tuple[object, ...]]) -> Key:
    return found.key_due_at, found.offered_at, found.id


def _line(found: Row[tuple[object, ...]]) -> WaitingLine:
    return WaitingLine(
        task=read_task(found),
        case_reference=found.reference,
        version_id=found.version_id,
        child_name=found.preferred_name,
        suspended=found.suspended,
    )
