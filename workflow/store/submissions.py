"""Forms that have been sent: a second try with the same key finds what the first one did."""

from datetime import datetime

from sqlalchemy import bindparam, select

from workflow.model.actor import Actor
from workflow.model.errors import FormSentBefore
from workflow.store.database import Transaction
from workflow.store.tables import submission

_SENT = select(submission.c.task_id, submission.c.case_id).where(
    submission.c.key == bindparam("sent_key"), submission.c.account_id == bindparam("actor")
)


def hold(tx: Transaction, key: str) -> None:
    """Let nobody else do the work of the same form before the transaction ends."""
    tx.hold(f"form:{key}")


def case_opened_with(tx: Transaction, key: str, actor: Actor) -> str | None:
    """Return the case that this actor opened with this key; None where there is none."""
    sent = tx.execute(_SENT, {"sent_key": key, "actor": actor.id}).one_or_none()
    return None if sent is None else sent.case_id


def task_completed_with(tx: Transaction, key: str, actor: Actor) -> str | None:
    """Return the task that this actor completed with this key; None where there is none."""
    sent = tx.execute(_SENT, {"sent_key": key, "actor": actor.id}).one_or_none()
    return None if sent is None else sent.task_id


def insert(
    tx: Transaction,
    key: str,
    actor: Actor,
    *,
    at: datetime,
    task_id: str | None = None,
    case_id: str | None = None,
) -> None:
    """Write that an actor has sent a form: it completed a task, or opened a case.

    Raises:
        FormSentBefore: If another form was sent with this key.
    """
    row = {"key": key, "account_id": actor.id, "at": at, "task_id": task_id, "case_id": case_id}
    if not tx.insert_once(submission, row):
        raise FormSentBefore
