"""The verbs on the clocks of cases. Each command is one transaction, and its actor comes first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workflow.engine import exceptions
from workflow.engine.clocks import let_end, warn
from workflow.engine.editions import Edition, Editions
from workflow.engine.move import Move
from workflow.engine.moving import begin
from workflow.engine.noting import note
from workflow.model.actor import OFFICERS, SYSTEM, Actor
from workflow.model.clock import CaseClock, ClockNotice, Reliance
from workflow.model.clock_sheet import ClockSheet
from workflow.model.errors import ClockNotFound, FormSentBefore, OnlyForOfficers
from workflow.ports import Jobs, Time
from workflow.store import Store, Transaction, cases, clocks, parties, submissions


@dataclass(frozen=True, slots=True)
class StatutoryClocks:
    """Tells of the dates of the law, takes exceptions down, and does what is due."""

    store: Store
    jobs: Jobs
    time: Time
    editions: Editions

    # Questions.

    def notices(self, actor: Actor) -> tuple[ClockNotice, ...]:
        """Return the dates that an officer or manager should look at, the soonest first."""
        with self.store.read() as tx:
            return clocks.noticed(tx, actor)

    def sheet(self, actor: Actor, clock_id: str) -> ClockSheet:
        """Return what is needed to rely on an exception for a clock.

        Raises:
            ClockNotFound: If there is none in a case that this actor may read whole.
            OnlyForOfficers: If they are no case officer or manager of the case.
            ClockWasMet: If no exception is needed, or the law knows none for it.
        """
        with self.store.read() as tx:
            clock = self._officers(tx, actor, clock_id)
            return exceptions.sheet(tx, self._edition(tx, clock), clock)

    # Commands.

    def rely_on_exception(self, actor: Actor, clock_id: str, said: Reliance, *, key: str) -> str:
        """Rely on an exception that the law knows, and write to the family; return the case's id.

        It excuses a date that is missed. The clock goes on, and its date stays.

        Args:
            actor: A case officer or manager who is a party to the case.
            clock_id: The clock.
            said: Which exception, and why.
            key: Idempotency key: the same key again changes nothing more.

        Raises:
            ClockNotFound, OnlyForOfficers, ClockWasMet: As in `sheet`.
            InvalidAnswers: If something is missing.
            NobodyTakesLane: If there is no family to write to.
            FormSentBefore: If the key is that of another form.
            CaseChanged: If somebody else changed the case at the same moment.

        Whatever is raised, nothing has been written.
        """
        now = self.time.now()
        with self.store.write() as tx:
            case_id = self._officers(tx, actor, clock_id).case_id
            clock = self._held(tx, clock_id, case_id)
            submissions.hold(tx, key)
            sent = clocks.relied_with(tx, key)
            if sent is not None and sent != (clock_id, actor.id):
                raise FormSentBefore
            if sent is None:
                sheet = exceptions.sheet(tx, self._edition(tx, clock), clock)
                this = self._begin(tx, clock, actor=actor, now=now)
                exceptions.rely(this, sheet, said, key=key)
                note(this)
            return case_id

    # Jobs. Each may come twice, late, or for nothing.

    def warn(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Warn of the end of a clock.

        Args:
            tx: The job's transaction.
            args: `{"id": clock id, "before": how long before its end}`.
            now: The present moment; aware, UTC.
        """
        clock = self._held(tx, args["id"], clocks.by_id(tx, args["id"]).case_id)
        this = self._begin(tx, clock, actor=SYSTEM, now=now)
        if warn(this, clock, before=args["before"]):
            note(this)

    def let_end(self, tx: Transaction, args: Mapping[str, Any], now: datetime) -> None:
        """Let the end of a clock happen.

        Args:
            tx: The job's transaction.
            args: `{"id": clock id}`.
            now: The present moment; aware, UTC.
        """
        clock = self._held(tx, args["id"], clocks.by_id(tx, args["id"]).case_id)
        this = self._begin(tx, clock, actor=SYSTEM, now=now)
        if let_end(this, clock):
            note(this)

    def _officers(self, tx: Transaction, actor: Actor, clock_id: str) -> CaseClock:
        """Return a clock of a case in which the actor is a case officer or a manager."""
        clock = clocks.found(tx, clock_id)
        if clock is None or cases.reading_role(tx, actor, clock.case_id) is None:
            raise ClockNotFound(clock_id)
        if not parties.taken_by(tx, actor, clock.case_id) & OFFICERS:
            raise OnlyForOfficers
        return clock

    def _held(self, tx: Transaction, clock_id: str, case_id: str) -> CaseClock:
        """Return a clock as it is once nobody else can change its case any more."""
        cases.hold(tx, case_id)
        return clocks.by_id(tx, clock_id)

    def _edition(self, tx: Transaction, clock: CaseClock) -> Edition:
        return self.editions.edition(tx, cases.version_of(tx, clock.case_id))

    def _begin(self, tx: Transaction, clock: CaseClock, *, actor: Actor, now: datetime) -> Move:
        before = cases.row(tx, clock.case_id)
        return begin(tx, self.jobs, self._edition(tx, clock), before, actor=actor, now=now)
