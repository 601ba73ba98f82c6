"""What officers put right in cases, as rows that are only ever added."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select

from workflow.model.actor import Actor
from workflow.model.correction import Correction, CorrectionKind, Said, Substitute
from workflow.store.codec import CODEC
from workflow.store.database import Transaction
from workflow.store.tables import correction

_INSERT = correction.insert()
_OF_CASE = (
    select(correction)
    .where(correction.c.case_id == bindparam("case_id"))
    .order_by(correction.c.sequence)
)
_SENT = select(correction.c.case_id, correction.c.by_account, correction.c.kind).where(
    correction.c.key == bindparam("sent_key")
)
_NEWEST = (
    select(correction)
    .where(correction.c.case_id == bindparam("case_id"), correction.c.kind == bindparam("kind"))
    .order_by(correction.c.sequence.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a form with some key has put right."""

    case_id: str
    by_account: str
    kind: CorrectionKind


def seal(case_id: str, said: Said) -> bytes:
    """Return what was said of a correction as it is kept."""
    content: dict[str, Any] = {"reason": said.reason, "told": said.told}
    if said.look_again_on is not None:
        content["look_again_on"] = said.look_again_on
    if said.instead is not None:
        instead = said.instead
        content["instead"] = {"what": instead.what, "who": instead.who, "by": instead.by}
    return CODEC.seal(case_id, content)


def insert(
    tx: Transaction, case_id: str, made: Correction, *, key: str, by: Actor, sealed: bytes
) -> None:
    """Write a correction; `sealed` is what was said of it."""
    row = {
        "case_id": case_id,
        "sequence": made.sequence,
        "key": key,
        "kind": made.kind.value,
        "step": made.step,
        "content": sealed,
        "letter_id": made.letter_id,
        "by_account": by.id,
        "by_name": made.by,
        "at": made.at,
    }
    tx.execute(_INSERT, row)


def sent_with(tx: Transaction, key: str) -> Sent | None:
    """Return what was put right by the form with a key; None where nothing was."""
    found = tx.execute(_SENT, {"sent_key": key}).first()
    if found is None:
        return None
    return Sent(case_id=found.case_id, by_account=found.by_account, kind=CorrectionKind(found.kind))


def of_case(tx: Transaction, case_id: str) -> tuple[Correction, ...]:
    """Return what was put right in a case, oldest first."""
    return tuple(_correction(one) for one in tx.execute(_OF_CASE, {"case_id": case_id}))


def newest(tx: Transaction, case_id: str, kind: CorrectionKind) -> Correction | None:
    """Return the newest correction of a kind in a case; None where there is none."""
    found = tx.execute(_NEWEST, {"case_id": case_id, "kind": kind.value}).first()
    return None if found is None else _correction(found)


def _correction(found: Row[tuple[object, ...]]) -> Correction:
    return Correction(
        sequence=found.sequence,
        kind=CorrectionKind(found.kind),
        step=found.step,
        said=_said(CODEC.open(found.case_id, found.content)),
        by=found.by_name,
        at=found.at,
        letter_id=found.letter_id,
    )


def _said(content: Mapping[str, Any]) -> Said:
    instead = content.get("instead")
    return Said(
        reason=content["reason"],
        told=content["told"],
        look_again_on=_day(content.get("look_again_on")),
        instead=None
        if instead is None
        else Substitute(what=instead["what"], who=instead["who"], by=_day(instead["by"])),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
