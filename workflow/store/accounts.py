"""Accounts, organisations, and who belongs where."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, select

from workflow.model.actor import Actor, Membership
from workflow.store.database import Transaction
from workflow.store.tables import account, child, child_party, desk, membership, organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An actor with how they sign in."""

    actor: Actor
    email: str | None
    password_hash: str | None
    disabled: bool


def insert(
    tx: Transaction, name: str, *, email: str | None, password_hash: str | None, at: datetime
) -> str:
    """Write a new account and return its id. The e-mail address is kept in lower case."""
    account_id = str(uuid4())
    tx.execute(
        account.insert().values(
            id=account_id,
            name=name,
            email=email.lower() if email else None,
            password_hash=password_hash,
            created_at=at,
        )
    )
    return account_id


def by_id(tx: Transaction, account_id: str) -> Account | None:
    """Return an account; None where there is none."""
    return _account(tx, account.c.id == account_id)


def by_email(tx: Transaction, email: str) -> Account | None:
    """Return the account that signs in with an e-mail address, in upper or lower case."""
    return _account(tx, account.c.email == email.lower())


def every(tx: Transaction) -> tuple[Account, ...]:
    """Return all accounts, by name."""
    ids = tx.execute(select(account.c.id).order_by(account.c.name)).scalars().all()
    found = (by_id(tx, id_) for id_ in ids)
    return tuple(one for one in found if one is not None)


def disable(tx: Transaction, account_id: str, *, at: datetime) -> None:
    """Write that an account is closed."""
    tx.execute(account.update().where(account.c.id == account_id).values(disabled_at=at))


def keep_password(tx: Transaction, account_id: str, password_hash: str) -> None:
    """Write a new password hash, e.g. one with stronger parameters."""
    tx.execute(
        account.update().where(account.c.id == account_id).values(password_hash=password_hash)
    )


def insert_organisation(tx: Transaction, name: str, *, kind: str) -> str:
    """Write a team of the council (`"council"`) or a school or college (`"setting"`)."""
    organisation_id = str(uuid4())
    tx.execute(organisation.insert().values(id=organisation_id, name=name, kind=kind))
    return organisation_id


def join(tx: Transaction, account_id: str, organisation_id: str, role: str) -> None:
    """Write that somebody has a role in an organisation."""
    tx.execute(
        membership.insert().values(
            account_id=account_id, organisation_id=organisation_id, role=role
        )
    )


def leave(tx: Transaction, account_id: str, organisation_id: str, role: str) -> None:
    """Write that somebody no longer has a role in an organisation."""
    tx.execute(
        membership.delete().where(
            membership.c.account_id == account_id,
            membership.c.organisation_id == organisation_id,
            membership.c.role == role,
        )
    )


def take_desk(tx: Transaction, role: str, organisation_id: str) -> None:
    """Write that a team takes a lane of every case in which nobody else is named for it."""
    tx.execute(desk.insert().values(role=role, organisation_id=organisation_id))


def insert_child(
    tx: Transaction, preferred_name: str, *, born_on: date, setting_id: str | None
) -> str:
    """Write a child or young person and return the id."""
    child_id = str(uuid4())
    tx.execute(
        child.insert().values(
            id=child_id, preferred_name=preferred_name, born_on=born_on, setting_id=setting_id
        )
    )
    return child_id


def name_party(
    tx: Transaction,
    child_id: str,
    role: str,
    *,
    account_id: str | None = None,
    organisation_id: str | None = None,
) -> None:
    """Write that a person or an organisation takes a lane in the cases of a child."""
    tx.execute(
        child_party.insert().values(
            child_id=child_id, role=role, account_id=account_id, organisation_id=organisation_id
        )
    )


def _account(tx: Transaction, condition: ColumnElement[bool]) -> Account | None:
    found = tx.execute(select(account).where(condition)).first()
    if found is None:
        return None
    return Account(
        actor=Actor(id=found.id, name=found.name, memberships=_memberships(tx, found.id)),
        email=found.email,
        password_hash=found.password_hash,
        disabled=found.disabled_at is not None,
    )


def _memberships(tx: Transaction, account_id: str) -> tuple[Membership, ...]:
    found = tx.execute(
        select(organisation.c.id, organisation.c.name, membership.c.role)
        .join(organisation, organisation.c.id == membership.c.organisation_id)
        .where(membership.c.account_id == account_id)
        .order_by(organisation.c.name, membership.c.role)
    )
    return tuple(
        Membership(organisation_id=id_, organisation=name, role=role) for id_, name, role in found
    )
