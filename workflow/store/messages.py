"""Messages, signals and starts that cases send: kept until they have arrived or nobody came."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Row, bindparam, func, select

from pathways.feel import Value
from workflow.model.news import NewsKind, SentNews, SentStatus
from workflow.store.codec import CODEC
from workflow.store.database import Transaction
from workflow.store.outcomes import read_values, write_values
from workflow.store.tables import message

_KEPT = SentStatus.KEPT.value

_INSERT = message.insert()
_END = message.update().where(message.c.id == bindparam("ended"), message.c.status == _KEPT)
_BY_ID = select(message).where(message.c.id == bindparam("message_id"))
_CASE_OF = select(message.c.case_id).where(message.c.id == bindparam("message_id"))
_OLDEST = (
    select(message)
    .where(
        message.c.status == _KEPT,
        message.c.kind == NewsKind.MESSAGE.value,
        message.c.name == bindparam("called"),
        message.c.about == bindparam("digest"),
        message.c.keep_until > bindparam("now"),
    )
    .order_by(message.c.sent_at, message.c.id)
    .limit(1)
)
_IN_CHAIN = select(func.count()).where(message.c.chain == bindparam("of_chain"))


def seal(case_id: str, values: Mapping[str, Value]) -> bytes:
    """Return what is handed over, sealed for the case that sends it.

    Raises:
        ValueError: If a value can neither be kept nor read again, or they are too much.
    """
    return CODEC.seal(case_id, write_values(values))


def insert(tx: Transaction, sent: SentNews, sealed: bytes) -> None:
    """Write what a case has sent, with what it hands over as `seal` returned it."""
    row = {
        "id": sent.id,
        "case_id": sent.case_id,
        "step": sent.step,
        "kind": sent.kind.value,
        "name": sent.name,
        "about": sent.about,
        "content": sealed,
        "sent_at": sent.sent_at,
        "keep_until": sent.keep_until,
        "chain": sent.chain,
        "hops": sent.hops,
        "status": sent.status.value,
    }
    tx.execute(_INSERT, row)


def by_id(tx: Transaction, message_id: str) -> SentNews:
    """Return what is known to have been sent."""
    return _sent(tx.execute(_BY_ID, {"message_id": message_id}).one())


def case_of(tx: Transaction, message_id: str) -> str:
    """Return the id of the case that sent what is known to have been sent."""
    return str(tx.execute(_CASE_OF, {"message_id": message_id}).scalar_one())


def values(tx: Transaction, message_id: str) -> Mapping[str, Value]:
    """Return what it hands over: name -> typed value."""
    found = tx.execute(_BY_ID, {"message_id": message_id}).one()
    return read_values(CODEC.open(found.case_id, found.content))


def oldest_kept(tx: Transaction, name: str, about: str, *, now: datetime) -> SentNews | None:
    """Return the oldest message of this name about this that is still kept; None without one."""
    found = tx.execute(_OLDEST, {"called": name, "digest": about, "now": now}).first()
    return None if found is None else _sent(found)


def arrive(tx: Transaction, message_id: str, to_case: str | None, *, at: datetime) -> bool:
    """Write that it has arrived; return False, with nothing changed, where it is kept no more."""
    arrived = {"status": SentStatus.DELIVERED.value, "to_case": to_case, "ended_at": at}
    return tx.execute(_END, {"ended": message_id, **arrived}).rowcount == 1


def expire(tx: Transaction, message_id: str, *, at: datetime) -> bool:
    """Write that nobody waited for it in time; return False where it is kept no more."""
    expired = {"status": SentStatus.EXPIRED.value, "to_case": None, "ended_at": at}
    return tx.execute(_END, {"ended": message_id, **expired}).rowcount == 1


def in_chain(tx: Transaction, chain: str) -> int:
    """Return how many messages belong to a chain."""
    return tx.execute(_IN_CHAIN, {"of_chain": chain}).scalar_one()


def _sent(found: Row[tuple[object, ...]]) -> SentNews:
    return SentNews(
        id=found.id,
        case_id=found.case_id,
        step=found.step,
        kind=NewsKind(found.kind),
        name=found.name,
        about=found.about,
        sent_at=found.sent_at,
        keep_until=found.keep_until,
        chain=found.chain,
        hops=found.hops,
        status=SentStatus(found.status),
    )
