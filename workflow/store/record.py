"""The case record: what people answered and tables decided, one row per completed step.

Rows are only ever added. A pointer per address leads to the newest, so that what a rule needs to
know costs the same however long a case has been going on.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from pathways.model.decision import Outcome
from workflow.model.actor import SYSTEM, Actor
from workflow.model.case import Answered, Values
from workflow.model.place import Place, Round
from workflow.store.codec import CODEC
from workflow.store.database import Transaction
from workflow.store.outcomes import (
    holds_values,
    read_outcome,
    read_values,
    write_outcome,
    write_values,
)
from workflow.store.places import read_place, write_place
from workflow.store.tables import answers, latest

_Content = Mapping[str, Any] | Outcome | Values

_PERSON = "person"
#: Worked out, not answered: by a table, or by a step that writes values down.
_DECISION = "decision"


_INSERT = answers.insert()
_NEWEST = (
    select(answers.c.place, answers.c.round, answers.c.kind, answers.c.content)
    .join(
        latest,
        (latest.c.case_id == answers.c.case_id) & (latest.c.sequence == answers.c.sequence),
    )
    .where(latest.c.case_id == bindparam("case_id"), latest.c.step == bindparam("step"))
)
_WHOLE = (
    select(answers).where(answers.c.case_id == bindparam("case_id")).order_by(answers.c.sequence)
)
_DONE_BY = (
    select(answers.c.step)
    .where(
        answers.c.case_id == bindparam("case_id"),
        answers.c.step.in_(bindparam("steps", expanding=True)),
        answers.c.by_account == bindparam("actor"),
    )
    .order_by(answers.c.step)
    .limit(1)
)

_DONE_IN = (
    select(answers.c.case_id, answers.c.step)
    .where(
        answers.c.case_id.in_(bindparam("case_ids", expanding=True)),
        answers.c.step.in_(bindparam("steps", expanding=True)),
        answers.c.by_account == bindparam("actor"),
    )
    .distinct()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One completed step, to be written."""

    #: The sequence of the event that tells of it.
    sequence: int
    step: str
    place: Place
    round: Round
    #: What a person gave the form, a table answered or a step worked out, as `seal` returned it.
    sealed: bytes
    decided: bool
    by: Actor
    role: str
    at: datetime
    version_id: str


def seal(case_id: str, content: Mapping[str, Any] | Outcome | Values) -> bytes:
    """Return what a person gave a form, a table answered or a step worked out, as it is kept.

    Raises:
        ValueError: If a value can neither be kept nor read again, or they are too much.
    """
    if isinstance(content, Outcome):
        return CODEC.seal(case_id, write_outcome(content))
    if isinstance(content, Values):
        return CODEC.seal(case_id, write_values(content.values))
    return CODEC.seal(case_id, content)


def append(tx: Transaction, case_id: str, row: RecordRow) -> None:
    """Write a row, and point to it as the newest of its address."""
    pointer = {
        "case_id": case_id,
        "step": row.step,
        "place": write_place(row.place),
        "sequence": row.sequence,
        "round": row.round,
    }
    written = {
        **pointer,
        "kind": _DECISION if row.decided else _PERSON,
        "content": row.sealed,
        "by_account": None if row.by == SYSTEM else row.by.id,
        "by_name": row.by.name,
        "role": row.role,
        "at": row.at,
        "version_id": row.version_id,
    }
    tx.execute(_INSERT, written)
    tx.insert_or_update(latest, pointer, keys=("case_id", "step", "place"))


def newest(tx: Transaction, case_id: str, step: str) -> Iterator[tuple[Place, Round, _Content]]:
    """Yield (place, round, content) of the newest row at each place of a step."""
    found = tx.execute(_NEWEST, {"case_id": case_id, "step": step})
    for place, round_, kind, sealed in found:
        yield read_place(place), round_, _content(case_id, kind, sealed)


def whole(tx: Transaction, case_id: str) -> tuple[Answered, ...]:
    """Return the whole record of a case, oldest first."""
    found = tx.execute(_WHOLE, {"case_id": case_id})
    return tuple(_answered(case_id, one) for one in found)


def done_by(tx: Transaction, case_id: str, steps: Collection[str], actor: Actor) -> str | None:
    """Return one of these steps that this actor has completed in a case; None if none."""
    if not steps:
        return None
    found = tx.execute(_DONE_BY, {"case_id": case_id, "steps": list(steps), "actor": actor.id})
    return found.scalar_one_or_none()


def done_in(
    tx: Transaction, case_ids: Collection[str], steps: Collection[str], actor: Actor
) -> frozenset[tuple[str, str]]:
    """Return which of these steps this actor has completed in these cases: (case id, step)."""
    if not case_ids or not steps:
        return frozenset()
    values = {"case_ids": sorted(case_ids), "steps": sorted(steps), "actor": actor.id}
    return frozenset((case_id, step) for case_id, step in tx.execute(_DONE_IN, values))


def _answered(case_id: str, found: Row[tuple[object, ...]]) -> Answered:
    content = _content(case_id, found.kind, found.content)
    return Answered(
        sequence=found.sequence,
        step=found.step,
        answers=_answers(content),
        outcome=content if isinstance(content, Outcome) else None,
        by=found.by_name,
        role=found.role,
        at=found.at,
        place=read_place(found.place),
        by_itself=isinstance(content, Values),
    )


def _answers(content: _Content) -> Mapping[str, Any]:
    if isinstance(content, Outcome):
        return {}
    return content.values if isinstance(content, Values) else content


def _content(case_id: str, kind: str, sealed: bytes) -> _Content:
    plain: Mapping[str, Any] = CODEC.open(case_id, sealed)
    if kind == _PERSON:
        return plain
    return Values(read_values(plain)) if holds_values(plain) else read_outcome(plain)
