"""Waits for news: messages, signals, conditions. Each is a row; nothing looks through cases."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Row, Select, Text, bindparam, or_, select

from workflow.model.actor import CASE_OFFICER, Actor
from workflow.model.news import AwaitedNews, AwaitedStatus, NewsKind
from workflow.model.place import Place, Round
from workflow.store.database import Transaction
from workflow.store.nearest import nearest, sorted_by
from workflow.store.parties import is_party, meant, offered_to, takers
from workflow.store.places import read_place, write_place
from workflow.store.tables import Moment, awaited, case, child, news_offer, party

_WAITING = AwaitedStatus.WAITING.value

#: In which order news is listed, as the index has it, and what stands before all of it.
_KEY = ("since", "awaited_id")
_FROM_THE_BEGINNING = {"after_since": datetime(1, 1, 1, tzinfo=UTC), "after_awaited_id": ""}

_INSERT = awaited.insert()
_END = awaited.update().where(awaited.c.id == bindparam("ended"), awaited.c.status == _WAITING)
_OFFER = news_offer.insert().from_select(
    ["awaited_id", "taker", "since"],
    select(bindparam("of", type_=Text), offered_to(), bindparam("began", type_=Moment)).where(
        party.c.case_id == bindparam("in_case"), party.c.role == bindparam("lane")
    ),
)
_WITHDRAW = news_offer.delete().where(news_offer.c.awaited_id == bindparam("withdrawn"))
_MOVE = awaited.update().where(awaited.c.id == bindparam("moved"))
_BY_ID = select(awaited).where(awaited.c.id == bindparam("awaited_id"))
_CASE_OF = select(awaited.c.case_id).where(awaited.c.id == bindparam("awaited_id"))
_OF_CASE = (
    select(awaited)
    .where(awaited.c.case_id == bindparam("case_id"), awaited.c.status == _WAITING)
    .order_by(awaited.c.since, awaited.c.id)
)
_WAITS_FOR = select(awaited).where(
    awaited.c.status == _WAITING,
    awaited.c.kind == bindparam("sort"),
    awaited.c.name == bindparam("called"),
)
_FIRST = (
    _WAITS_FOR.where(awaited.c.about == bindparam("digest"))
    .order_by(awaited.c.since, awaited.c.id)
    .limit(1)
)
_LISTENING = (
    _WAITS_FOR.where(
        awaited.c.about == "",
        awaited.c.since <= bindparam("before"),
        awaited.c.id > bindparam("after"),
        awaited.c.case_id != bindparam("but"),
    )
    .order_by(awaited.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedLine:
    """A wait with what a list says of its case."""

    awaited: AwaitedNews
    case_reference: str
    version_id: str
    child_name: str


def insert(tx: Transaction, wait: AwaitedNews) -> None:
    """Write a wait that has just begun."""
    row = {
        "id": wait.id,
        "case_id": wait.case_id,
        "token": wait.token,
        "step": wait.step,
        "place": write_place(wait.place),
        "round": wait.round,
        "kind": wait.kind.value,
        "name": wait.name,
        "about": wait.about,
        "role": wait.role,
        "since": wait.since,
        "status": wait.status.value,
    }
    tx.execute(_INSERT, row)
    if wait.kind is not NewsKind.CONDITION:
        offered = {"of": wait.id, "began": wait.since, "in_case": wait.case_id, "lane": wait.role}
        tx.execute(_OFFER, offered)


def end(tx: Transaction, awaited_id: str, status: AwaitedStatus, *, at: datetime) -> bool:
    """Write that a wait is over; return False, with nothing changed, where it was over before."""
    ended = {"ended": awaited_id, "status": status.value, "ended_at": at}
    tx.execute(_WITHDRAW, {"withdrawn": awaited_id})
    return tx.execute(_END, ended).rowcount == 1


def put_at(tx: Transaction, awaited_id: str, place: Place, round_: Round) -> None:
    """Write where the answers belong that will come."""
    tx.execute(_MOVE, {"moved": awaited_id, "place": write_place(place), "round": round_})


def by_id(tx: Transaction, awaited_id: str) -> AwaitedNews:
    """Return a wait that is known to exist."""
    return _awaited(tx.execute(_BY_ID, {"awaited_id": awaited_id}).one())


def case_of(tx: Transaction, awaited_id: str) -> str:
    """Return the id of the case that waits; the wait is known to exist."""
    return str(tx.execute(_CASE_OF, {"awaited_id": awaited_id}).scalar_one())


def of_case(tx: Transaction, case_id: str) -> tuple[AwaitedNews, ...]:
    """Return what a case waits for, the longest wait first."""
    return tuple(_awaited(one) for one in tx.execute(_OF_CASE, {"case_id": case_id}))


def first(tx: Transaction, name: str, about: str) -> AwaitedNews | None:
    """Return the longest wait for a message of this name about this; None where there is none."""
    sought = {"sort": NewsKind.MESSAGE.value, "called": name, "digest": about}
    found = tx.execute(_FIRST, sought).first()
    return None if found is None else _awaited(found)


def listening(
    tx: Transaction, name: str, *, before: datetime, after: str, but: str, most: int
) -> tuple[AwaitedNews, ...]:
    """Return the waits for a signal that began before a moment, in the order of their ids.

    Args:
        tx: The transaction.
        name: Of the signal.
        before: The moment at which it was given.
        after: Id of the last that was returned before; empty at first.
        but: Id of the case that gave it and has heard it already.
        most: How many at most.
    """
    sought = {"sort": NewsKind.SIGNAL.value, "called": name, "before": before, "after": after}
    found = tx.execute(_LISTENING, {**sought, "but": but, "most": most})
    return tuple(_awaited(one) for one in found)


def for_actor(tx: Transaction, actor: Actor, awaited_id: str) -> AwaitedLine | None:
    """Return a message or signal, waited for or not, if the actor may say that it has come.

    Those may who take its lane in the case, and the case officer.
    """
    found = tx.execute(
        _for_actor(len(actor.memberships)), {"awaited_id": awaited_id, **meant(actor)}
    )
    one = found.first()
    return None if one is None else _line(one)


def in_lanes_of(tx: Transaction, actor: Actor, *, most: int) -> tuple[AwaitedLine, ...]:
    """Return messages and signals that are waited for in lanes of an actor, longest waits first."""
    names = takers(actor)
    values = {f"taker_{number}": name for number, name in enumerate(names)}
    found = tx.execute(_in_lanes_of(len(names)), {**values, **_FROM_THE_BEGINNING, "count": most})
    return tuple(_line(one) for one in found)


@cache
def _lines() -> Select[tuple[object, ...]]:
    return (
        select(awaited, case.c.reference, case.c.version_id, child.c.preferred_name)
        .join(case, case.c.id == awaited.c.case_id)
        .join(child, child.c.id == case.c.child_id)
        .where(awaited.c.kind != NewsKind.CONDITION.value)
    )


@cache
def _for_actor(memberships: int) -> Select[tuple[object, ...]]:
    allowed = select(party.c.case_id).where(
        party.c.case_id == awaited.c.case_id,
        or_(party.c.role == awaited.c.role, party.c.role == CASE_OFFICER),
        is_party(memberships),
    )
    return _lines().where(awaited.c.id == bindparam("awaited_id"), allowed.exists())


@cache
def _in_lanes_of(takers: int) -> Select[tuple[object, ...]]:
    parts = [
        select(news_offer.c.since, news_offer.c.awaited_id).where(
            news_offer.c.taker == bindparam(f"taker_{number}")
        )
        for number in range(takers)
    ]
    few = nearest(parts, _KEY, ascending=True)
    return (
        _lines()
        .join(few, few.c.awaited_id == awaited.c.id)
        .order_by(*sorted_by(few, _KEY, ascending=True))
    )


def _line(found: Row[tuple[object, ...]]) -> AwaitedLine:
    return AwaitedLine(
        awaited=_awaited(found),
        case_reference=found.reference,
        version_id=found.version_id,
        child_name=found.preferred_name,
    )


def _awaited(found: Row[tuple[object, ...]]) -> AwaitedNews:
    return AwaitedNews(
        id=found.id,
        case_id=found.case_id,
        token=found.token,
        step=found.step,
        place=read_place(found.place),
        round=found.round,
        kind=NewsKind(found.kind),
        name=found.name,
        about=found.about,
        role=found.role,
        since=found.since,
        status=AwaitedStatus(found.status),
    )
