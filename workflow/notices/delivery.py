"""The job that carries a letter out of the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workflow.model.case import Outgoing
from workflow.ports import Notifier
from workflow.store import Transaction, letters


@dataclass(frozen=True, slots=True)
class Delivery:
    """Sends the letter `{"id": letter id}` (an `Errand`): once, or once more after a crash."""

    notifier: Notifier

    def prepare(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> Outgoing | None:  # noqa: ARG002  as the port says
        """Mark the letter as being sent and return it; None where it has been sent."""
        return letters.begin_sending(tx, args["id"])

    def run(self, prepared: Outgoing) -> None:
        """Send it."""
        self.notifier.send(prepared)

    def record(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Mark it as sent."""
        letters.end_sending(tx, args["id"], at=now)

    def give_back(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG002  as the port says
        """Put it back into the outbox."""
        letters.put_back(tx, args["id"])
