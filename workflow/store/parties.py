"""Parties: who takes which lane of a case. Every question of who may do what comes through here."""

from sqlalchemy import ColumnElement, and_, or_, select

from workflow.model.actor import Actor, Party
from workflow.store.database import Transaction
from workflow.store.tables import account, organisation, party


def is_party(actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a row of `party` means this actor.

    A person is meant by their account, or by an organisation in which they have the lane's role.
    """
    by_membership = [
        and_(party.c.organisation_id == one.organisation_id, party.c.role == one.role)
        for one in actor.memberships
    ]
    return or_(party.c.account_id == actor.id, *by_membership)


def of_case(tx: Transaction, case_id: str) -> tuple[Party, ...]:
    """Return all parties of a case, by role and name."""
    name = (
        select(account.c.name).where(account.c.id == party.c.account_id).scalar_subquery(),
        select(organisation.c.name)
        .where(organisation.c.id == party.c.organisation_id)
        .scalar_subquery(),
    )
    rows = tx.execute(
        select(party.c.role, party.c.account_id, party.c.organisation_id, *name).where(
            party.c.case_id == case_id
        )
    )
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


def insert(tx: Transaction, case_id: str, parties: tuple[Party, ...]) -> None:
    """Write the parties of a new case."""
    rows = [
        {
            "case_id": case_id,
            "role": one.role,
            "account_id": one.account_id,
            "organisation_id": one.organisation_id,
        }
        for one in parties
    ]
    if rows:
        tx.execute(party.insert(), rows)
