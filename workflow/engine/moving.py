"""The one way in which a case moves: tokens, record, tasks, timers, letters and history together.

Everything here happens inside the caller's transaction, so a case is either before or after a
command and never between.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from pathways import dmn, feel, forms
from pathways.model.decision import Outcome
from workflow import interpreter
from workflow.engine.actions import act
from workflow.engine.clocks import run_clocks
from workflow.engine.dates import rules_of
from workflow.engine.editions import Edition
from workflow.engine.facts import facts
from workflow.engine.keeping import keep_answers, keep_brought, keep_decision
from workflow.engine.move import Brought, Cause, Given, Move
from workflow.engine.sending import send
from workflow.engine.standing import refuse_suspended
from workflow.engine.waiting import offer_tasks, set_timers, wait_for_news
from workflow.interpreter import (
    Advance,
    Command,
    Deadlock,
    GoingInCircles,
    InterpreterError,
    Look,
    NoWayOut,
    Record,
    Row,
    RuleFailed,
    TooMuchAtOnce,
)
from workflow.model.actor import Actor
from workflow.model.case import Case, CaseStatus, Values
from workflow.model.errors import PathwayFault
from workflow.ports import Jobs
from workflow.store import Transaction, cases, children, record
from workflow.store.cases import CaseRow
from workflow.store.events import History

#: What a rule can raise through its author's fault. All else, such as a database that cannot be
#: read just then, goes on as it is.
_OF_THE_AUTHOR = (dmn.NoRuleMatched, dmn.RulesOverlap, feel.Refused, ValueError)

_NO_OTHER_CASE = Cause()

ADVICE: dict[type[InterpreterError], str] = {
    Deadlock: "Several ways come together here, and one of them can never arrive: the case would"
    " wait for ever. Draw the gateway anew, so that it waits only for ways that are all taken.",
    GoingInCircles: "The drawing goes round and round here without meeting a person or a deadline."
    " Draw a step for a person into the loop, or a way out of it.",
    TooMuchAtOnce: "Too much would happen at once here. Repeat it for fewer, or for one at a time.",
    NoWayOut: "No way leads on from here for these answers. Draw a way for all other answers.",
}


def begin(  # noqa: PLR0913 - everything that a move has around it is an argument
    tx: Transaction,
    jobs: Jobs,
    edition: Edition,
    before: CaseRow,
    *,
    actor: Actor,
    now: datetime,
    cause: Cause = _NO_OTHER_CASE,
) -> Move:
    """Return a move that has not moved anything yet."""
    return Move(
        tx=tx,
        jobs=jobs,
        edition=edition,
        before=before,
        actor=actor,
        now=now,
        record=read_record(tx, edition, before.case, now=now),
        rules=rules_of(tx, edition, before.case),
        history=History(before),
        cause=cause,
    )


def read_record(tx: Transaction, edition: Edition, case: Case, *, now: datetime) -> Record:
    """Return the record of a case as rules see it; answers are loaded when they are asked for."""

    def rows(step: str) -> Iterator[Row]:
        for place, round_, content in record.newest(tx, case.id, step):
            if isinstance(content, Outcome):
                yield Row(place, round_, content.outputs)
            elif isinstance(content, Values):
                yield Row(place, round_, content.values)
            else:
                yield Row(place, round_, forms.typed(edition.form(step), content))

    return Record(facts(case, now, siblings=lambda: children.siblings(tx, case.child.id)), rows)


def move(this: Move, command: Command, *, kind: str, given: Given | Brought | None = None) -> Case:
    """Carry out one command and write all that follows from it.

    Args:
        this: The move, from `begin`.
        command: What happens to the tokens.
        kind: The event that it is in the history, e.g. `"TimerFired"`.
        given: The answers that complete a task, or what has come from outside; the record of the
            move has them already.

    Returns:
        The case as it is now.

    Raises:
        PathwayFault: If the pathway cannot go on as drawn; the caller's transaction must end.
        NobodyTakesLane: If a task would wait for nobody; likewise.
        CaseChanged: If somebody else was quicker; likewise.
        CaseSuspended: If an officer has suspended the case.
    """
    refuse_suspended(this.before.case)
    arrived = advance(this, command)
    if isinstance(command, Look) and arrived.snapshot == this.before.snapshot:
        return this.before.case
    if isinstance(given, Given):
        keep_answers(this, given, arrived)
    elif given:
        keep_brought(this, given, arrived, kind=kind)
    else:
        step = getattr(command, "step", None)
        this.tell(kind, step, by=this.actor, flows=arrived.travelled)
    return follow(this, arrived, opened=isinstance(command, interpreter.Start))


def follow(this: Move, arrived: Advance, *, opened: bool = False) -> Case:
    """Write all that follows from a command that the history tells of, and return the case.

    Raises:
        PathwayFault, NobodyTakesLane, CaseChanged: As in `move`.
    """
    for decided in arrived.decided:
        keep_decision(this, decided)
    for acted in arrived.acted:
        act(this, acted)
    for sent in arrived.sent:
        send(this, sent)
    run_clocks(this, arrived, opened=opened)
    offer_tasks(this, arrived)
    set_timers(this, arrived)
    wait_for_news(this, arrived)
    return _save(this, arrived)


def advance(this: Move, command: Command) -> Advance:
    """Return where a command takes the tokens of a case; nothing is written.

    Raises:
        PathwayFault: If the pathway cannot go on as drawn.
    """
    edition = this.edition
    try:
        return interpreter.advance(
            this.before.snapshot,
            edition.specification,
            version=edition.version.id,
            rules=this.rules,
            record=this.record,
            command=command,
            now=this.now,
        )
    except RuleFailed as fault:
        if not isinstance(fault.cause, _OF_THE_AUTHOR):
            raise fault.cause from fault
        raise PathwayFault(edition.name(fault.step), str(fault.cause)) from fault
    except (Deadlock, GoingInCircles, TooMuchAtOnce, NoWayOut) as fault:
        raise PathwayFault(edition.name(fault.step), ADVICE[type(fault)]) from fault


def _save(this: Move, arrived: Advance) -> Case:
    case = this.before.case
    if arrived.done:
        outcome = arrived.ended[-1] if arrived.ended else None
        this.tell("CaseCompleted", outcome)
        case = replace(case, status=CaseStatus.COMPLETED, completed_at=this.now, outcome=outcome)
    this.history.write(this.tx)
    after = CaseRow(
        case=case,
        snapshot=arrived.snapshot,
        history_length=this.history.length,
        history_head=this.history.head,
    )
    return cases.save(this.tx, this.before, after).case
