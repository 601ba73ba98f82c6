"""What the house does not own, as protocols.

The store and the interpreter are ours and are called directly.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from workflow.model.case import Outgoing
from workflow.store import Transaction


class Time(Protocol):
    """The source of time."""

    def now(self) -> datetime:
        """Return the present moment; aware, UTC."""


class Notifier(Protocol):
    """Carries letters out of the house."""

    def send(self, outgoing: Outgoing) -> None:
        """Deliver a letter; may be called again for the same letter after a crash.

        Raises:
            OutcomeUnknown: If it may have been delivered; it is tried once more, no oftener.
            OSError: If it could not be delivered now; the job is tried again.
        """


class OutcomeUnknown(Exception):
    """What goes outside may have arrived: the line broke before it was said."""


#: Does the work of a job in the transaction that marks it done: both happen, or neither.
#: Gets the arguments it was promised with, and the moment at which it was taken.
Handler = Callable[[Transaction, Mapping[str, Any], datetime], None]


class Errand(Protocol):
    """The work of a job that goes outside the database, such as sending a letter.

    No transaction is open outside. A worker that vanishes there leaves it unknown whether the
    work was done, so an errand can be run once more than it was recorded; never less.
    """

    def prepare(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> object | None:
        """Mark it as begun and return what `run` needs; None where nothing is left to do.

        What is marked as begun already was interrupted before.
        """

    def run(self, prepared: Any) -> None:  # noqa: ANN401  what `prepare` returned
        """Do it; in less time than a lease lasts (60 seconds).

        Raises:
            OutcomeUnknown: If it may have been done; as if the worker had vanished.
            Exception: If it was not done; it is given back and tried again.
        """

    def record(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Mark it as done."""

    def give_back(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Mark it as not begun, after `run` has failed."""


class Jobs(Protocol):
    """Work that is promised in a transaction and done later: at its time, and once."""

    def register(self, kind: str, handler: Handler, *, attempts: int = 5) -> None:
        """Say who does jobs of a kind, and how often a failing one is tried."""

    def register_errand(self, kind: str, errand: Errand, *, attempts: int = 14) -> None:
        """Say who does jobs of a kind that goes outside the database."""

    def enqueue(
        self,
        tx: Transaction,
        kind: str,
        args: Mapping[str, Any],
        *,
        key: str,
        run_at: datetime,
        lock: str | None = None,
    ) -> None:
        """Promise a job in the caller's transaction; the same key twice is promised once.

        Args:
            tx: The transaction that makes it necessary.
            kind: Names the handler.
            args: JSON values by name: ids, nothing personal.
            key: What it is, among all jobs ever, e.g. `"timer:4f1c"`.
            run_at: Not before this moment; aware.
            lock: Jobs with the same lock (a case's id) never run at the same time.
        """

    def tick(self, now: datetime) -> int:
        """Run everything that is due, and what that makes due; return how many were run."""

    def wake(self) -> None:
        """Have whoever runs jobs look at once, because time or the jobs have changed."""
