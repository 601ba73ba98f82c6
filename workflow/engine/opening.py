"""How a case begins: on which version, with which parties, under which reference."""

import secrets
from datetime import datetime
from uuid import uuid4

from workflow.engine.editions import Edition
from workflow.model.errors import PathwayNotFound
from workflow.store import Transaction, cases, children, parties, versions
from workflow.store.cases import CaseRow

#: No letter or figure that is taken for another on the telephone or in handwriting.
_ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"


def newest_version(tx: Transaction, pathway_key: str) -> str:
    """Return the id of the newest version of a pathway.

    Raises:
        PathwayNotFound: If none is published.
    """
    version_id = versions.newest_ids(tx).get(pathway_key)
    if version_id is None:
        raise PathwayNotFound(pathway_key)
    return version_id


def insert_case(tx: Transaction, edition: Edition, child_id: str, *, now: datetime) -> CaseRow:
    """Write a case that has not moved yet, with the parties of its lanes, and return it."""
    child = children.by_id(tx, child_id)
    row = cases.new_case(
        edition.version.id, child, id_=str(uuid4()), reference=_reference(tx), at=now
    )
    cases.insert(tx, row)
    lanes = edition.running.drawing.lanes
    taken = tuple(one for one in children.parties(tx, child) if one.role in lanes)
    parties.insert(tx, row.case.id, taken, opened_at=now)
    return row


def as_reference(typed: str) -> str:
    """Return a reference as it is kept, however somebody typed it: `"fp 7k2 m9qa"`."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).removeprefix("FP")
    return f"FP-{signs[:3]}-{signs[3:]}"


def _reference(tx: Transaction) -> str:
    while True:
        drawn = "".join(secrets.choice(_ALPHABET) for _ in range(7))
        reference = as_reference(drawn)
        if not cases.reference_taken(tx, reference):
            return reference
