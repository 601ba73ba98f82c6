"""One command on its way through one case: what all parts of a move share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workflow.engine.editions import Edition
from workflow.engine.rules import PathwayRules
from workflow.interpreter import Record
from workflow.model.actor import SYSTEM, Actor
from workflow.model.case import Values
from workflow.model.place import Place, Round
from workflow.model.task import Task
from workflow.ports import Jobs
from workflow.store import Transaction
from workflow.store.cases import CaseRow
from workflow.store.events import History


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gave the form of a task."""

    task: Task
    #: JSON-like, as it is kept.
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What something from outside brought to a step or event."""

    #: Id of the step or event in the drawing, with the place and round at which it stands.
    step: str
    place: Place
    round: Round
    #: The lane of it.
    role: str
    #: What a person gave the form, JSON-like; or typed values from another case.
    content: Mapping[str, Any] | Values
    #: More for the history: JSON values by name, nothing personal.
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a case move, where that was news of another case."""

    #: Names all news that one act of a person, or one deadline, has led to; empty at its beginning.
    chain: str = ""
    #: How many deliveries lie between that act and this move.
    hops: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One command on its way through one case, inside one transaction."""

    tx: Transaction
    jobs: Jobs
    edition: Edition
    before: CaseRow
    actor: Actor
    now: datetime
    record: Record
    #: The rules of the version, as this case asks them.
    rules: PathwayRules
    history: History
    cause: Cause = Cause()

    @property
    def case_id(self) -> str:
        """Return the id of the case that moves."""
        return self.before.case.id

    @property
    def chain(self) -> str:
        """Return the name of the chain to which the news of this move belongs."""
        return self.cause.chain or f"{self.case_id}:{self.before.history_length}"

    def tell(
        self,
        kind: str,
        step: str | None = None,
        *,
        by: Actor = SYSTEM,
        sealed: bytes | None = None,
        **details: object,
    ) -> int:
        """Add what happened to the history and return its sequence number.

        Args:
            kind: What happened, e.g. `"TaskOffered"`.
            step: The step that it is about.
            by: Who did it: the actor for the command itself, the house for what follows from it.
            sealed: The sealed content that the event vouches for.
            details: JSON values by name; nothing personal.
        """
        return self.history.add(kind, by=by, at=self.now, step=step, details=details, sealed=sealed)

    def promise(self, kind: str, row_id: str, *, run_at: datetime) -> None:
        """Enqueue the job that a row of this case needs, in the same transaction."""
        self.jobs.enqueue(
            self.tx,
            kind,
            {"id": row_id},
            key=f"{kind}:{row_id}",
            run_at=run_at,
            lock=self.case_id,
        )
