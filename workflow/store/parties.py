"""Parties: who takes which lane of a case. Every question of who may do what comes through here."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select, union

from workflow.model.actor import Actor, Party
from workflow.store.database import Transaction
from workflow.store.tables import account, membership, organisation, party

_OF_CASE = select(
    party.c.role,
    party.c.account_id,
    party.c.organisation_id,
    select(account.c.name).where(account.c.id == party.c.account_id).scalar_subquery(),
    select(organisation.c.name)
    .where(organisation.c.id == party.c.organisation_id)
    .scalar_subquery(),
).where(party.c.case_id == bindparam("case_id"))

_ROLES = select(party.c.role).where(party.c.case_id == bindparam("case_id"))


_TAKEN = and_(party.c.case_id == bindparam("case_id"), party.c.role == bindparam("role"))
_REACHED = and_(account.c.email.is_not(None), account.c.disabled_at.is_(None))
_ADDRESSES = union(
    select(account.c.email).join(party, party.c.account_id == account.c.id).where(_TAKEN, _REACHED),
    select(account.c.email)
    .join(membership, membership.c.account_id == account.c.id)
    .join(
        party,
        and_(
            party.c.organisation_id == membership.c.organisation_id,
            party.c.role == membership.c.role,
        ),
    )
    .where(_TAKEN, _REACHED),
)


# The names of these values are like no column's: SQLAlchemy names values after columns itself.
def is_party(memberships: int) -> ColumnElement[bool]:
    """Return the condition that a row of `party` means the actor of `meant`.

    A person is meant by their account, or by an organisation in which they have the lane's role.

    Args:
        memberships: How many memberships the actor has.
    """
    by_membership = [
        and_(
            party.c.organisation_id == bindparam(f"member_of_{number}"),
            party.c.role == bindparam(f"member_as_{number}"),
        )
        for number in range(memberships)
    ]
    return or_(party.c.account_id == bindparam("actor"), *by_membership)


def meant(actor: Actor) -> Mapping[str, str]:
    """Return the values that `is_party` compares with, by their names in the statement."""
    values = {"actor": actor.id}
    for number, one in enumerate(actor.memberships):
        values |= {f"member_of_{number}": one.organisation_id, f"member_as_{number}": one.role}
    return values


def takers(actor: Actor) -> tuple[str, ...]:
    """Return whom a row must be offered to, to be offered to this actor (`offered_to`)."""
    teams = (f"{one.organisation_id}/{one.role}" for one in actor.memberships)
    return (actor.id, *dict.fromkeys(teams))


def offered_to() -> ColumnElement[str]:
    """Return whom a party's rows are offered to: a person, or a role in an organisation."""
    team = party.c.organisation_id + "/" + party.c.role
    return func.coalesce(party.c.account_id, team)


def of_case(tx: Transaction, case_id: str) -> tuple[Party, ...]:
    """Return all parties of a case, by role and name."""
    rows = tx.execute(_OF_CASE, {"case_id": case_id})
    found = [
        Party(
            role=role,
            name=person or team,
            account_id=account_id,
            organisation_id=organisation_id,
        )
        for role, account_id, organisation_id, person, team in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.role, one.name)))


def of_role(tx: Transaction, case_id: str, role: str) -> tuple[Party, ...]:
    """Return the parties that take one lane of a case, by name; empty where nobody does."""
    return tuple(one for one in of_case(tx, case_id) if one.role == role)


def addresses(tx: Transaction, case_id: str, role: str) -> tuple[str, ...]:
    """Return the e-mail addresses of those who take one lane of a case; open accounts only."""
    found = tx.execute(_ADDRESSES, {"case_id": case_id, "role": role})
    return tuple(sorted(str(email) for email in found.scalars()))


def roles(tx: Transaction, case_id: str) -> frozenset[str]:
    """Return the lanes of a case that somebody takes."""
    return frozenset(tx.execute(_ROLES, {"case_id": case_id}).scalars())


def taken_by(tx: Transaction, actor: Actor, case_id: str) -> frozenset[str]:
    """Return the roles that an actor takes in a case, for themselves or in an organisation."""
    question = _taken_by(len(actor.memberships))
    return frozenset(tx.execute(question, {"case_id": case_id, **meant(actor)}).scalars())


@cache
def _taken_by(memberships: int) -> Select[str]:
    return select(party.c.role).where(
        party.c.case_id == bindparam("case_id"), is_party(memberships)
    )


def insert(
    tx: Transaction, case_id: str, parties: tuple[Party, ...], *, opened_at: datetime
) -> None:
    """Write the parties of a case that has just been opened; nothing is offered to them yet."""
    rows = [
        {
            "case_id": case_id,
            "role": one.role,
            "account_id": one.account_id,
            "organisation_id": one.organisation_id,
            "opened_at": opened_at,
        }
        for one in parties
    ]
    if rows:
        tx.execute(party.insert(), rows)
