"""Cases: their facts, their tokens, and saving them only if nobody else was quicker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Row, Select, bindparam, func, select

from workflow.model.actor import CASE_READERS, Actor
from workflow.model.case import Case, CaseStatus, Child
from workflow.model.errors import CaseChanged
from workflow.model.page import Page
from workflow.store.database import Transaction
from workflow.store.history import BEFORE_ALL
from workflow.store.nearest import nearest, sorted_by
from workflow.store.pages import Key, Mark, read_mark, read_page
from workflow.store.parties import is_party, meant
from workflow.store.tables import case, child, organisation, party

_INSERT = case.insert()
#: Writes only if nobody has since the case was read.
_SAVE = case.update().where(case.c.id == bindparam("saved"), case.c.revision == bindparam("read"))
#: `key_share`: who only adds rows that refer to the case need not wait.
_HOLD = select(case.c.id).where(case.c.id == bindparam("case_id")).with_for_update(key_share=True)
_VERSION_OF = select(case.c.version_id).where(case.c.id == bindparam("case_id"))
_CASES = (
    select(
        case,
        child.c.preferred_name,
        child.c.born_on,
        child.c.setting_id,
        organisation.c.name.label("setting"),
    )
    .join(child, child.c.id == case.c.child_id)
    .outerjoin(organisation, organisation.c.id == child.c.setting_id)
)
#: What the key of a page is made of, and the keys before and after all others.
_COLUMNS = ("opened_at", "case_id")
_NEWEST: Key = (datetime.max.replace(tzinfo=UTC), "")
_OLDEST: Key = (datetime(1, 1, 1, tzinfo=UTC), "")

_BY_ID = _CASES.where(case.c.id == bindparam("case_id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case with what only the engine reads of it."""

    case: Case
    #: Live tokens as the interpreter wrote them; None before the first move.
    snapshot: str | None
    #: How many events the case has, and the hash of the last.
    history_length: int
    history_head: str


def insert(tx: Transaction, row: CaseRow) -> None:
    """Write a new case, before its first move."""
    facts = row.case
    written = {
        "id": facts.id,
        "reference": facts.reference,
        "version_id": facts.version_id,
        "child_id": facts.child.id,
        "status": facts.status.value,
        "snapshot": row.snapshot or "",
        "revision": facts.revision,
        "opened_at": facts.opened_at,
        "history_length": row.history_length,
        "history_head": row.history_head,
    }
    tx.execute(_INSERT, written)


def hold(tx: Transaction, case_id: str) -> None:
    """Let nobody else change a case before the transaction ends; every command begins with it.

    What is read afterwards is as it will stay. Whoever changes two cases holds them in the order of
    their ids.
    """
    tx.lock(_HOLD, {"case_id": case_id})


def row(tx: Transaction, case_id: str) -> CaseRow:
    """Return a case that is known to exist, with its tokens."""
    found = tx.execute(_BY_ID, {"case_id": case_id}).one()
    return CaseRow(
        case=_case(found),
        snapshot=found.snapshot or None,
        history_length=found.history_length,
        history_head=found.history_head,
    )


def save(tx: Transaction, before: CaseRow, after: CaseRow) -> CaseRow:
    """Write where the case is now and return it with its new revision.

    Raises:
        CaseChanged: If the case is no longer at the revision of `before`.
    """
    facts = replace(after.case, revision=before.case.revision + 1)
    now = {
        "saved": facts.id,
        "read": before.case.revision,
        "snapshot": after.snapshot,
        "revision": facts.revision,
        "status": facts.status.value,
        "completed_at": facts.completed_at,
        "outcome": facts.outcome,
        "history_length": after.history_length,
        "history_head": after.history_head,
    }
    if tx.execute(_SAVE, now).rowcount != 1:
        raise CaseChanged(facts.id)
    return replace(after, case=facts)


def version_of(tx: Transaction, case_id: str) -> str:
    """Return the version id of a case that is known to exist."""
    return str(tx.execute(_VERSION_OF, {"case_id": case_id}).scalar_one())


def reference_taken(tx: Transaction, reference: str) -> bool:
    """Return whether a case with this reference exists."""
    found = tx.execute(select(case.c.id).where(case.c.reference == reference))
    return found.first() is not None


def reading_role(tx: Transaction, actor: Actor, case_id: str) -> str | None:
    """Return the role in which an actor reads a whole case; None where they may not."""
    question = _reading_role(len(actor.memberships))
    return tx.execute(question, {"case_id": case_id, **meant(actor)}).scalars().first()


def readable_with(tx: Transaction, actor: Actor, reference: str) -> str | None:
    """Return the id of the case with a reference if an actor may read it whole; else None."""
    question = _readable_with(len(actor.memberships))
    return tx.execute(question, {"reference": reference, **meant(actor)}).scalars().first()


def readable(tx: Transaction, actor: Actor, mark: str = "") -> Page[tuple[Case, str]]:
    """Return a page of the cases that an actor may read whole, each with their role; newest first.

    Args:
        tx: The transaction.
        actor: Who reads.
        mark: Where the page begins; empty for the beginning.
    """
    lanes = _reading_lanes(actor)
    values = {"actor": actor.id, **meant(actor)}
    for number, (team, role) in enumerate(lanes):
        values |= {f"team_{number}": team or actor.id, f"lane_{number}": role}

    def fetch(here: Mark, count: int) -> Sequence[Row[tuple[object, ...]]]:
        teams = tuple(team is not None for team, _ in lanes)
        statement = _readable(teams, len(actor.memberships), onwards=here.onwards)
        opened_at, case_id = here.key or (_NEWEST if here.onwards else _OLDEST)
        key = {"after_opened_at": opened_at, "after_case_id": case_id}
        return tx.execute(statement, {**values, **key, "count": count}).all()

    return read_page(
        read_mark(mark, _NEWEST),
        fetch,
        lambda one: (one.opened_at, one.id),
        lambda rows: [(_case(one), str(one.party_role)) for one in rows],
    )


def new_case(version_id: str, of: Child, *, id_: str, reference: str, at: datetime) -> CaseRow:
    """Return a case that has not moved yet."""
    return CaseRow(
        case=Case(
            id=id_,
            reference=reference,
            version_id=version_id,
            child=of,
            status=CaseStatus.ACTIVE,
            opened_at=at,
            completed_at=None,
            outcome=None,
            revision=0,
        ),
        snapshot=None,
        history_length=0,
        history_head=BEFORE_ALL,
    )


@cache
def _reading_role(memberships: int) -> Select[str]:
    return (
        select(party.c.role)
        .where(
            party.c.case_id == bindparam("case_id"),
            party.c.role.in_(CASE_READERS),
            is_party(memberships),
        )
        .order_by(party.c.role)
    )


@cache
def _readable_with(memberships: int) -> Select[str]:
    return (
        select(case.c.id)
        .join(party, party.c.case_id == case.c.id)
        .where(
            case.c.reference == bindparam("reference"),
            party.c.role.in_(CASE_READERS),
            is_party(memberships),
        )
    )


def _reading_lanes(actor: Actor) -> tuple[tuple[str | None, str], ...]:
    """Return (organisation, role) in which an actor may read cases; None for the person."""
    teams = ((one.organisation_id, one.role) for one in actor.memberships)
    in_teams = [(team, role) for team, role in teams if role in CASE_READERS]
    return (*((None, role) for role in sorted(CASE_READERS)), *dict.fromkeys(in_teams))


@cache
def _readable(
    teams: tuple[bool, ...], memberships: int, *, onwards: bool
) -> Select[tuple[object, ...]]:
    """Return the statement of a page; newest first, so that onwards is down."""
    parts = [
        select(party.c.opened_at, party.c.case_id).where(
            (party.c.organisation_id if team else party.c.account_id)
            == bindparam(f"team_{number}"),
            party.c.role == bindparam(f"lane_{number}"),
        )
        for number, team in enumerate(teams)
    ]
    few = nearest(parts, _COLUMNS, ascending=not onwards)
    role = (
        select(func.max(party.c.role))
        .where(party.c.case_id == case.c.id, party.c.role.in_(CASE_READERS), is_party(memberships))
        .scalar_subquery()
    )
    return (
        _CASES.add_columns(role.label("party_role"))
        .join(few, few.c.case_id == case.c.id)
        .order_by(*sorted_by(few, _COLUMNS, ascending=not onwards))
    )


def _case(found: Row[tuple[object, ...]]) -> Case:
    return Case(
        id=found.id,
        reference=found.reference,
        version_id=found.version_id,
        child=Child(
            id=found.child_id,
            preferred_name=found.preferred_name,
            born_on=found.born_on,
            setting_id=found.setting_id,
            setting=found.setting,
        ),
        status=CaseStatus(found.status),
        opened_at=found.opened_at,
        completed_at=found.completed_at,
        outcome=found.outcome,
        revision=found.revision,
    )
