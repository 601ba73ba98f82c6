"""Closures of schools and colleges as rows."""

from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import Row, select

from workflow.model.closure import Closure
from workflow.store.database import Transaction
from workflow.store.tables import closure, organisation


def of_setting(tx: Transaction, setting_id: str | None) -> tuple[Closure, ...]:
    """Return the closures that hold for a setting, by their days.

    Those of its own, or else those of the council; the council's where there is no setting.
    """
    theirs = closure.c.setting_id.is_(None) | (closure.c.setting_id == setting_id)
    found = tx.execute(select(closure).where(theirs).order_by(closure.c.first_on, closure.c.id))
    closures = [(one.setting_id, _closure(one)) for one in found]
    own = tuple(one for of, one in closures if of is not None)
    return own or tuple(one for _, one in closures)


def every(tx: Transaction) -> tuple[tuple[Closure, str | None], ...]:
    """Return every closure with the name of its setting; None for the council's."""
    found = tx.execute(
        select(closure, organisation.c.name)
        .outerjoin(organisation, organisation.c.id == closure.c.setting_id)
        .order_by(closure.c.first_on, closure.c.last_on, closure.c.id)
    )
    return tuple((_closure(one), one.name) for one in found)


def replace_all(tx: Transaction, closures: Iterable[tuple[str | None, Closure]]) -> None:
    """Put closures in place of all that are there: (setting id, or None for the council's)."""
    tx.execute(closure.delete())
    rows = [
        {
            "id": str(uuid4()),
            "setting_id": setting_id,
            "first_on": one.first_on,
            "last_on": one.last_on,
            "what": one.what,
        }
        for setting_id, one in closures
    ]
    if rows:
        tx.execute(closure.insert(), rows)


def setting_ids(tx: Transaction, name: str) -> tuple[str, ...]:
    """Return the ids of the settings of a name."""
    found = tx.execute(
        select(organisation.c.id).where(
            organisation.c.name == name, organisation.c.kind == "setting"
        )
    )
    return tuple(found.scalars())


def _closure(found: Row[tuple[object, ...]]) -> Closure:
    return Closure(first_on=found.first_on, last_on=found.last_on, what=found.what)
