"""Clocks of cases as rows, and the exceptions relied on. A clock's dates are written once."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from uuid import uuid4

from sqlalchemy import Row, Select, Text, bindparam, exists, select

from pathways.model.pathway import PeriodBound
from workflow.model.actor import OFFICERS, Actor
from workflow.model.clock import CaseClock, ClockNotice, ClockState, Reliance, ReliedOn
from workflow.store.codec import CODEC
from workflow.store.database import Transaction
from workflow.store.nearest import nearest, sorted_by
from workflow.store.parties import offered_to, takers
from workflow.store.tables import (
    Moment,
    case,
    child,
    clock,
    clock_exception,
    clock_notice,
    party,
)

_INSERT = clock.insert()
_BY_ID = select(clock).where(clock.c.id == bindparam("clock_id"))
_OF_CASE = (
    select(clock)
    .where(clock.c.case_id == bindparam("case_id"))
    .order_by(clock.c.due_at, clock.c.started_at, clock.c.id)
)
#: Changes a clock that nobody has changed since it was read: what ends it, ends it once.
_CHANGE = clock.update().where(
    clock.c.id == bindparam("changed"), clock.c.state == bindparam("read")
)
_FORGET = clock_notice.delete().where(clock_notice.c.clock_id == bindparam("forgotten"))
_NOTICE = clock_notice.insert().from_select(
    ["clock_id", "taker", "due_at"],
    select(bindparam("noticed", type_=Text), offered_to(), bindparam("due", type_=Moment))
    .where(party.c.case_id == bindparam("in_case"), party.c.role.in_(sorted(OFFICERS)))
    .distinct(),
)
_NOTICED_IN = (
    select(clock)
    .where(
        clock.c.case_id.in_(bindparam("case_ids", expanding=True)),
        clock.c.noticed_at.is_not(None),
        exists().where(
            clock_notice.c.clock_id == clock.c.id,
            clock_notice.c.taker.in_(bindparam("takers", expanding=True)),
        ),
    )
    .order_by(clock.c.due_at, clock.c.id)
)

#: The order in which clocks are looked at, the key before all, and how many are told of at once.
_COLUMNS = ("due_at", "clock_id")
_FIRST = {"after_due_at": datetime(1, 1, 1, tzinfo=UTC), "after_clock_id": ""}
_MOST = 20

_EXCEPTIONS = (
    select(clock_exception, clock.c.case_id)
    .join(clock, clock.c.id == clock_exception.c.clock_id)
    .where(clock.c.case_id == bindparam("case_id"))
    .order_by(clock_exception.c.at, clock_exception.c.id)
)


def insert(
    tx: Transaction,
    case_id: str,
    code: str,
    *,
    bound: PeriodBound,
    started_at: datetime,
    due_at: datetime,
) -> CaseClock:
    """Write a clock that has just started and return it."""
    started = CaseClock(
        id=str(uuid4()),
        case_id=case_id,
        code=code,
        bound=bound,
        started_at=started_at,
        due_at=due_at,
        state=ClockState.RUNNING,
    )
    row = {
        "id": started.id,
        "case_id": case_id,
        "code": code,
        "bound": bound.value,
        "started_at": started_at,
        "due_at": due_at,
        "state": started.state.value,
    }
    tx.execute(_INSERT, row)
    return started


def by_id(tx: Transaction, clock_id: str) -> CaseClock:
    """Return a clock that is known to exist, without its exceptions."""
    return _clock(tx.execute(_BY_ID, {"clock_id": clock_id}).one())


def found(tx: Transaction, clock_id: str) -> CaseClock | None:
    """Return a clock without its exceptions; None where there is none."""
    row = tx.execute(_BY_ID, {"clock_id": clock_id}).first()
    return None if row is None else _clock(row)


def of_case(tx: Transaction, case_id: str) -> tuple[CaseClock, ...]:
    """Return the clocks of a case without their exceptions, by when they end."""
    return tuple(_clock(one) for one in tx.execute(_OF_CASE, {"case_id": case_id}))


def with_exceptions(tx: Transaction, case_id: str) -> tuple[CaseClock, ...]:
    """Return the clocks of a case with the exceptions relied on, by when they end."""
    found = of_case(tx, case_id)
    if not found:
        return ()
    relied: dict[str, list[ReliedOn]] = {}
    for one in tx.execute(_EXCEPTIONS, {"case_id": case_id}):
        relied.setdefault(one.clock_id, []).append(_relied(one))
    return tuple(replace(each, relied_on=tuple(relied.get(each.id, ()))) for each in found)


def change(
    tx: Transaction,
    before: CaseClock,
    *,
    state: ClockState,
    met_at: datetime | None,
    noticed_at: datetime | None,
) -> bool:
    """Write how a clock stands now; False, with nothing written, where another was quicker."""
    values = {"state": state.value, "met_at": met_at, "noticed_at": noticed_at}
    row = {"changed": before.id, "read": before.state.value, **values}
    if tx.execute(_CHANGE, row).rowcount != 1:
        return False
    if (noticed_at is None) != (before.noticed_at is None):
        _set_notices(tx, before, noticed=noticed_at is not None)
    return True


def seal(case_id: str, said: Reliance) -> bytes:
    """Return what was said of an exception as it is kept."""
    return CODEC.seal(case_id, {"evidence": said.evidence, "why": said.why, "told": said.told})


def insert_exception(
    tx: Transaction, clock_id: str, relied: ReliedOn, *, key: str, by: Actor, sealed: bytes
) -> None:
    """Write an exception that somebody relied on; `sealed` is what they said of it."""
    row = {
        "id": str(uuid4()),
        "key": key,
        "clock_id": clock_id,
        "exception": relied.said.exception,
        "content": sealed,
        "letter_id": relied.letter_id,
        "by_account": by.id,
        "by_name": relied.by,
        "at": relied.at,
    }
    tx.execute(clock_exception.insert(), row)


def relied_with(tx: Transaction, key: str) -> tuple[str, str] | None:
    """Return (clock id, account id) of the exception that was sent with a key; None for none."""
    found = tx.execute(
        select(clock_exception.c.clock_id, clock_exception.c.by_account).where(
            clock_exception.c.key == key
        )
    ).first()
    return None if found is None else (found.clock_id, found.by_account)


def noticed(tx: Transaction, actor: Actor) -> tuple[ClockNotice, ...]:
    """Return the clocks that an officer or manager should look at: the first to end, not all."""
    names = takers(actor)
    values = {f"taker_{number}": name for number, name in enumerate(names)}
    found = tx.execute(_noticed(len(names)), {**values, **_FIRST, "count": _MOST})
    return tuple(
        ClockNotice(clock=_clock(one), case_reference=one.reference, child_name=one.preferred_name)
        for one in found
    )


def noticed_in(tx: Transaction, actor: Actor, case_ids: Collection[str]) -> Mapping[str, CaseClock]:
    """Return the clock of each case that an actor should look at first: case id -> clock."""
    names = takers(actor)
    found = tx.execute(_NOTICED_IN, {"case_ids": list(case_ids), "takers": list(names)})
    clocks = [_clock(one) for one in found]
    return {one.case_id: one for one in reversed(clocks)}


@cache
def _noticed(takers: int) -> Select[tuple[object, ...]]:
    parts = [
        select(clock_notice.c.due_at, clock_notice.c.clock_id).where(
            clock_notice.c.taker == bindparam(f"taker_{number}")
        )
        for number in range(takers)
    ]
    few = nearest(parts, _COLUMNS, ascending=True)
    return (
        select(clock, case.c.reference, child.c.preferred_name)
        .join_from(few, clock, clock.c.id == few.c.clock_id)
        .join(case, case.c.id == clock.c.case_id)
        .join(child, child.c.id == case.c.child_id)
        .order_by(*sorted_by(few, _COLUMNS, ascending=True))
    )


def _set_notices(tx: Transaction, of: CaseClock, *, noticed: bool) -> None:
    """Tell the officers and managers of a case of a clock, or no more."""
    tx.execute(_FORGET, {"forgotten": of.id})
    if noticed:
        tx.execute(_NOTICE, {"noticed": of.id, "due": of.due_at, "in_case": of.case_id})


def _clock(found: Row[tuple[object, ...]]) -> CaseClock:
    return CaseClock(
        id=found.id,
        case_id=found.case_id,
        code=found.code,
        bound=PeriodBound(found.bound),
        started_at=found.started_at,
        due_at=found.due_at,
        state=ClockState(found.state),
        met_at=found.met_at,
        noticed_at=found.noticed_at,
    )


def _relied(found: Row[tuple[object, ...]]) -> ReliedOn:
    content = CODEC.open(found.case_id, found.content)
    return ReliedOn(
        said=Reliance(exception=found.exception, **content),
        by=found.by_name,
        at=found.at,
        letter_id=found.letter_id,
    )
