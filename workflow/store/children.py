"""Children and young people, and who speaks for them."""

from sqlalchemy import Row, Select, bindparam, select, union

from workflow.model.actor import FAMILY, SETTING, Actor, Party
from workflow.model.case import Child
from workflow.store.database import Transaction
from workflow.store.tables import account, child, child_party, desk, membership, organisation

#: For whom somebody may ask, and for whom their teams may: two short looks into indexes, not one
#: through all children.
_THEIRS = union(
    select(child_party.c.child_id).where(
        child_party.c.account_id == bindparam("actor"), child_party.c.role == FAMILY
    ),
    select(child_party.c.child_id)
    .join(
        membership,
        (membership.c.organisation_id == child_party.c.organisation_id)
        & (membership.c.role == child_party.c.role),
    )
    .where(membership.c.account_id == bindparam("actor"), child_party.c.role == FAMILY),
)


def asked_for_by(tx: Transaction, actor: Actor) -> tuple[Child, ...]:
    """Return the children and young people for whom an actor may ask, by name."""
    theirs = _THEIRS.subquery()
    found = tx.execute(
        _children()
        .join(theirs, theirs.c.child_id == child.c.id)
        .order_by(child.c.preferred_name, child.c.id),
        {"actor": actor.id},
    )
    return tuple(_child(one) for one in found)


def may_ask(tx: Transaction, actor: Actor, child_id: str) -> bool:
    """Return whether an actor may ask for a child or young person."""
    theirs = _THEIRS.subquery()
    found = tx.execute(select(theirs).where(theirs.c.child_id == child_id), {"actor": actor.id})
    return found.first() is not None


def by_id(tx: Transaction, child_id: str) -> Child:
    """Return a child that is known to exist."""
    return _child(tx.execute(_children().where(child.c.id == child_id)).one())


def siblings(tx: Transaction, child_id: str) -> tuple[str, ...]:
    """Return the ids of the other children for whom the same family speaks, in their order."""
    own, other = child_party.alias("own"), child_party.alias("other")
    same = (own.c.account_id == other.c.account_id) | (
        own.c.organisation_id == other.c.organisation_id
    )
    found = (
        select(other.c.child_id)
        .join(own, same)
        .where(
            own.c.child_id == child_id,
            own.c.role == FAMILY,
            other.c.role == FAMILY,
            other.c.child_id != child_id,
        )
        .distinct()
        .order_by(other.c.child_id)
    )
    return tuple(tx.execute(found).scalars())


def parties(tx: Transaction, of: Child) -> tuple[Party, ...]:
    """Return who takes the lanes of a new case for this child.

    The people and teams named for the child, the child's own setting, and the council's desks for
    the lanes that nobody else takes.
    """
    named = tx.execute(
        select(
            child_party.c.role,
            child_party.c.account_id,
            child_party.c.organisation_id,
            account.c.name.label("person"),
            organisation.c.name.label("team"),
        )
        .outerjoin(account, account.c.id == child_party.c.account_id)
        .outerjoin(organisation, organisation.c.id == child_party.c.organisation_id)
        .where(child_party.c.child_id == of.id)
    )
    found = [
        Party(
            role=one.role,
            name=one.person or one.team,
            account_id=one.account_id,
            organisation_id=one.organisation_id,
        )
        for one in named
    ]
    if of.setting_id is not None and of.setting is not None:
        found.append(Party(role=SETTING, name=of.setting, organisation_id=of.setting_id))
    taken = {one.role for one in found}
    # The child's own setting may be named for the child as well.
    return tuple(dict.fromkeys([*found, *(one for one in _desks(tx) if one.role not in taken)]))


def _desks(tx: Transaction) -> tuple[Party, ...]:
    rows = tx.execute(
        select(desk.c.role, organisation.c.id, organisation.c.name).join(
            organisation, organisation.c.id == desk.c.organisation_id
        )
    )
    return tuple(Party(role=role, name=name, organisation_id=id_) for role, id_, name in rows)


def _children() -> Select[tuple[object, ...]]:
    return select(child, organisation.c.name.label("setting")).outerjoin(
        organisation, organisation.c.id == child.c.setting_id
    )


def _child(found: Row[tuple[object, ...]]) -> Child:
    return Child(
        id=found.id,
        preferred_name=found.preferred_name,
        born_on=found.born_on,
        setting_id=found.setting_id,
        setting=found.setting,
    )
