"""Letters: written in the transaction that causes them, and in the outbox until they are sent."""

from datetime import datetime

from sqlalchemy import Row, select

from workflow.model.case import Outgoing, Sent
from workflow.store import parties
from workflow.store.codec import CODEC
from workflow.store.database import Transaction
from workflow.store.tables import letter

_INSERT = letter.insert()


def seal(case_id: str, body: str) -> bytes:
    """Return the text of a letter as it is kept."""
    return CODEC.seal(case_id, body)


def insert(tx: Transaction, case_id: str, written: Sent, *, sealed: bytes, sequence: int) -> None:
    """Write a letter that waits to be sent; `sequence` is that of the event that tells of it."""
    row = {
        "id": written.id,
        "case_id": case_id,
        "sequence": sequence,
        "step": written.step,
        "to_role": written.to_role,
        "to_name": written.to_name,
        "subject": written.subject,
        "content": sealed,
        "written_at": written.written_at,
        "status": "queued",
    }
    tx.execute(_INSERT, row)


def of_case(tx: Transaction, case_id: str) -> tuple[Sent, ...]:
    """Return the letters of a case, oldest first."""
    found = tx.execute(
        select(letter).where(letter.c.case_id == case_id).order_by(letter.c.sequence)
    )
    return tuple(_sent(one) for one in found)


def begin_sending(tx: Transaction, letter_id: str) -> Outgoing | None:
    """Write that a letter is being sent and return it; None where it has been sent.

    One that was being sent already was interrupted: nobody knows whether it arrived.
    """
    status = tx.execute(select(letter.c.status).where(letter.c.id == letter_id)).scalar_one()
    if status == "sent":
        return None
    _set(tx, letter_id, status="sending" if status == "queued" else "unknown")
    found = tx.execute(select(letter).where(letter.c.id == letter_id)).one()
    addresses = parties.addresses(tx, found.case_id, found.to_role)
    return Outgoing(letter=_sent(found), case_id=found.case_id, addresses=addresses)


def end_sending(tx: Transaction, letter_id: str, *, at: datetime) -> None:
    """Write that a letter has been sent."""
    _set(tx, letter_id, status="sent", sent_at=at)


def put_back(tx: Transaction, letter_id: str) -> None:
    """Write that a letter could not be sent and waits again."""
    _set(tx, letter_id, status="queued")


def _set(tx: Transaction, letter_id: str, **values: object) -> None:
    tx.execute(letter.update().where(letter.c.id == letter_id).values(**values))


def _sent(found: Row[tuple[object, ...]]) -> Sent:
    return Sent(
        id=found.id,
        step=found.step,
        to_role=found.to_role,
        to_name=found.to_name,
        subject=found.subject,
        body=CODEC.open(found.case_id, found.content),
        written_at=found.written_at,
        sent_at=found.sent_at,
    )
