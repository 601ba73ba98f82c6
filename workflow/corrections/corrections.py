"""The verbs that put something right in a case. Each is one transaction, its actor first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workflow.corrections import suspending
from workflow.corrections.permission import expect_on_its_way, officers_role
from workflow.engine.editions import Editions
from workflow.engine.move import Move
from workflow.engine.moving import begin
from workflow.engine.sheets import case_file
from workflow.model.actor import Actor
from workflow.model.case import CaseFile
from workflow.model.correction import Asked, CorrectionKind
from workflow.model.errors import FormSentBefore, InvalidAnswers
from workflow.ports import Jobs, Time
from workflow.store import Store, Transaction, cases, corrections, submissions

CHANGED = (
    "Somebody else changed this case since you opened this page, so nothing was done. Read again "
    "what will happen, then send it once more."
)


@dataclass(frozen=True, slots=True)
class Corrections:
    """Puts right what went wrong in cases. Whatever a verb raises, nothing has been written.

    Every verb can raise:
        CaseNotFound: If there is no case that this actor may read whole.
        OnlyForOfficers: If they are no case officer or manager of the case.
        CaseEnded: If the case has ended.
        InvalidAnswers: If the reason or something else that is asked is missing, or the case is not
            as it was when the form was shown (question "").
        FormSentBefore: If the key is that of another form.
    """

    store: Store
    jobs: Jobs
    time: Time
    editions: Editions

    def file(self, actor: Actor, case_id: str) -> CaseFile:
        """Return a case that this actor may put right."""
        with self.store.read() as tx:
            role = officers_role(tx, actor, case_id)
            file = case_file(tx, self.editions, case_id, role)
            expect_on_its_way(file.case)
            return file

    def suspend(self, actor: Actor, case_id: str, asked: Asked) -> None:
        """Suspend a case: nobody can send anything, and timers wait. The law's dates go on."""
        self._correct(actor, case_id, asked, CorrectionKind.SUSPENDED, suspending.suspend)

    def resume(self, actor: Actor, case_id: str, asked: Asked) -> None:
        """Let a suspended case go on; timers that fell due meanwhile happen, in their order."""
        self._correct(actor, case_id, asked, CorrectionKind.RESUMED, suspending.resume)

    def _correct(
        self,
        actor: Actor,
        case_id: str,
        asked: Asked,
        kind: CorrectionKind,
        verb: Callable[[Move, Asked], None],
    ) -> None:
        """Put something right, once for each key."""
        now = self.time.now()
        with self.store.write() as tx:
            cases.hold(tx, case_id)
            officers_role(tx, actor, case_id)
            submissions.hold(tx, asked.key)
            if not _sent_before(tx, actor, case_id, asked.key, kind):
                verb(self._begin(tx, actor, case_id, asked, now=now), asked)

    def _begin(
        self, tx: Transaction, actor: Actor, case_id: str, asked: Asked, *, now: datetime
    ) -> Move:
        before = cases.row(tx, case_id)
        expect_on_its_way(before.case)
        if before.case.revision != asked.revision:
            raise InvalidAnswers({"": CHANGED})
        edition = self.editions.edition(tx, before.case.version_id)
        return begin(tx, self.jobs, edition, before, actor=actor, now=now)


def _sent_before(
    tx: Transaction, actor: Actor, case_id: str, key: str, kind: CorrectionKind
) -> bool:
    sent = corrections.sent_with(tx, key)
    if sent is None:
        return False
    if (sent.case_id, sent.by_account, sent.kind) != (case_id, actor.id, kind):
        raise FormSentBefore
    return True
