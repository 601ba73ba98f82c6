"""Relying on an exception of the law: it excuses a date that was missed, and moves none."""

from collections.abc import Mapping
from datetime import timedelta

from pathways.law import EXCEPTIONS, statute
from pathways.model.law import LawfulException, Statute
from workflow import notices
from workflow.engine.editions import Edition
from workflow.engine.keeping import keep_letter
from workflow.engine.move import Move
from workflow.model.actor import FAMILY
from workflow.model.clock import CaseClock, ClockState, Reliance, ReliedOn
from workflow.model.clock_sheet import ClockSheet
from workflow.model.errors import ClockWasMet, InvalidAnswers, NobodyTakesLane
from workflow.store import Transaction, cases, clocks, closures, parties

#: Characters: what is shorter says nothing, what is longer nobody reads.
SHORTEST, LONGEST = 10, 5_000
#: Days of the closures that the law's exceptions are about: 4 weeks or more.
_LONG = 28
#: The exceptions ask about closures that touch the clock, or begin a week after it has ended.
_A_WEEK = timedelta(weeks=1)

_ASKED = {
    "evidence": "what shows that the exception applies",
    "why": "why it was impractical to keep the date",
    "told": "what you tell the family",
}


def sheet(tx: Transaction, edition: Edition, clock: CaseClock) -> ClockSheet:
    """Return what an officer needs to rely on an exception for a clock.

    Raises:
        ClockWasMet: If no exception is needed or known.
    """
    law = statute(clock.code, clock.started_on)
    known = _known(edition, clock, law)
    if law is None or not known or clock.state in {ClockState.MET, ClockState.ENDED}:
        raise ClockWasMet
    case = cases.row(tx, clock.case_id).case
    closed = closures.of_setting(tx, case.child.setting_id)
    return ClockSheet(
        clock=clock,
        case=case,
        law=law,
        exceptions=tuple(known.values()),
        long_closures=tuple(
            one
            for one in closed
            if one.days >= _LONG
            and one.first_on <= clock.last_day + _A_WEEK
            and one.last_on >= clock.started_on
        ),
    )


def may_be_relied_on(edition: Edition, clock: CaseClock) -> bool:
    """Return whether an exception can be relied on for a clock as it stands."""
    law = statute(clock.code, clock.started_on)
    excused = clock.state in {ClockState.RUNNING, ClockState.MISSED}
    return excused and bool(_known(edition, clock, law))


def _known(
    edition: Edition, clock: CaseClock, law: Statute | None
) -> Mapping[str, LawfulException]:
    """Return the exceptions for a clock: those of the law, as far as the pathway takes them."""
    if law is None:
        return {}
    drawn = edition.version.pathway.clocks.get(clock.code)
    taken = None if drawn is None else drawn.exceptions
    return {name: EXCEPTIONS[name] for name in law.exceptions if taken is None or name in taken}


def check(known: ClockSheet, said: Reliance) -> None:
    """Refuse what says too little, too much, or names an exception that the law does not know.

    Raises:
        InvalidAnswers: With a sentence for each question.
    """
    problems = {}
    if said.exception not in {one.id for one in known.exceptions}:
        problems["exception"] = "Choose the exception that you rely on."
    for name, what in _ASKED.items():
        length = len(getattr(said, name).strip())
        if length < SHORTEST:
            problems[name] = f"Write {what}, in at least {SHORTEST} characters."
        elif length > LONGEST:
            problems[name] = f"Write {what} in at most {LONGEST:,} characters."
    if problems:
        raise InvalidAnswers(problems)


def rely(move: Move, known: ClockSheet, said: Reliance, *, key: str) -> None:
    """Write an exception down, with the letter to the family; the clock stays as it is.

    Raises:
        InvalidAnswers: As in `check`.
        NobodyTakesLane: If nobody is there to write to.
    """
    check(known, said)
    to = parties.of_role(move.tx, move.case_id, FAMILY)
    if not to:
        raise NobodyTakesLane(move.edition.lane_name(FAMILY), known.law.title)
    drawn = move.edition.version.pathway.clocks.get(known.clock.code)
    letter = notices.write_exception(
        notices.Excuse(
            said=said,
            exception=EXCEPTIONS[said.exception],
            law=known.law,
            last_day=known.clock.last_day,
        ),
        child=known.case.child.preferred_name,
        to=to,
        step=drawn.target.element if drawn else known.clock.code,
        now=move.now,
    )
    sealed = clocks.seal(move.case_id, said)
    move.tell(
        "ExceptionReliedOn",
        letter.step,
        by=move.actor,
        sealed=sealed,
        clock=known.clock.code,
        exception=said.exception,
        noted=True,
    )
    keep_letter(move, letter)
    relied = ReliedOn(said=said, by=move.actor.name, at=move.now, letter_id=letter.id)
    clocks.insert_exception(move.tx, known.clock.id, relied, key=key, by=move.actor, sealed=sealed)
