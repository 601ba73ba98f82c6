"""The clocks of a case: started and met by its moves, warned of and ended by jobs.

Nothing here ever changes the date of a clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from pathways.law import statute
from pathways.model.clock import Clock, ClockMark, ClockMoment
from pathways.model.duration import read_duration
from pathways.model.node import Event, EventPosition
from pathways.model.pathway import PeriodBound
from workflow.clocks import day_before, moment_of_day
from workflow.engine.dates import due_at
from workflow.engine.editions import Edition
from workflow.engine.move import Move
from workflow.interpreter import Advance
from workflow.model.clock import CaseClock, ClockState
from workflow.model.errors import TooEarly
from workflow.model.task import Task
from workflow.store import Transaction, clocks, timers

#: The kinds of the jobs that warn of a clock, and that let its end happen.
WARN_OF_CLOCK, END_CLOCK = "warn_of_clock", "end_clock"

_BOTH_ENDS = frozenset({EventPosition.START, EventPosition.BOUNDARY})


def run_clocks(move: Move, arrived: Advance, *, opened: bool) -> None:
    """Start and meet the clocks that a move starts and meets; end them where the case ends."""
    drawn = move.edition.version.pathway.clocks
    if not drawn:
        return
    going = {one.code: one for one in clocks.of_case(move.tx, move.case_id) if one.open}
    for mark in _marks(move.edition, arrived.travelled, opened=opened):
        for clock in drawn.values():
            if mark == clock.target and clock.code in going:
                _reach(move, clock, going.pop(clock.code))
            if mark == clock.starts and clock.code not in going:
                started = _start(move, clock)
                going |= {} if started is None else {clock.code: started}
    if arrived.done:
        for left in going.values():
            _leave(move, left)


def _marks(edition: Edition, flows: Iterable[str], *, opened: bool) -> Iterator[ClockMark]:
    """Yield what happened on a move, in its order, in the words of the drawing."""
    if opened:
        yield ClockMark(when=ClockMoment.OPENED)
    drawing = edition.running.drawing
    for flow in (drawing.flows[name] for name in flows if name in drawing.flows):
        source, target = drawing.nodes[flow.source], drawing.nodes[flow.target]
        left, come = edition.drawn(source.id), edition.drawn(target.id)
        if isinstance(source, Event) and source.position in _BOTH_ENDS:
            yield ClockMark(when=ClockMoment.REACHED, element=left)
        yield ClockMark(when=ClockMoment.COMPLETED, element=left)
        yield ClockMark(when=ClockMoment.REACHED, element=come)
        if isinstance(target, Event) and target.position is EventPosition.END:
            yield ClockMark(when=ClockMoment.COMPLETED, element=come)


def _start(move: Move, clock: Clock) -> CaseClock | None:
    """Start a clock; None where it is not the law any more."""
    ends = due_at(move.tx, move.edition, move.before.case, clock.code, move.now)
    if ends is None:
        return None
    started = clocks.insert(
        move.tx,
        move.case_id,
        clock.code,
        bound=move.edition.version.pathway.periods[clock.code].bound,
        started_at=move.now,
        due_at=ends,
    )
    last_day = started.last_day
    move.tell("ClockStarted", clock.target.element, clock=clock.code, last_day=f"{last_day}")
    for before in clock.warnings:
        warned_at = moment_of_day(day_before(last_day, read_duration(before)))
        if warned_at > move.now:
            _promise(move, WARN_OF_CLOCK, started, warned_at, before=before)
    _promise(move, END_CLOCK, started, ends)
    # What waits for the end of this clock already waits for this end from now on.
    for (_, step), timer_id in timers.waiting(move.tx, move.case_id).items():
        if move.edition.drawn(step) == clock.back_stop:
            timers.cancel(move.tx, timer_id, at=move.now)
    return started


def _promise(move: Move, kind: str, clock: CaseClock, at: datetime, *, before: str = "") -> None:
    args = {"id": clock.id, "before": before}
    key = f"{kind}:{clock.id}:{before}" if before else f"{kind}:{clock.id}"
    move.jobs.enqueue(move.tx, kind, args, key=key, run_at=at, lock=move.case_id)


def _reach(move: Move, clock: Clock, going: CaseClock) -> None:
    """Write that the target of a clock has been reached: in time, too late, or too early."""
    in_time = move.now < going.due_at
    if going.bound is PeriodBound.AT_LEAST:
        if in_time:
            _end(move, going, ClockState.MISSED, kind="ClockCutShort", met_at=move.now)
        else:
            _end(move, going, ClockState.MET, kind="ClockMet", met_at=going.due_at)
    elif in_time and going.state is ClockState.RUNNING:
        _end(move, going, ClockState.MET, kind="ClockMet", met_at=move.now)
    else:
        if going.state is ClockState.RUNNING:  # the job that says so has not run yet
            move.tell("ClockMissed", clock.target.element, clock=going.code)
        _end(move, going, ClockState.MISSED, kind="ClockMetLate", met_at=move.now)


def _leave(move: Move, going: CaseClock) -> None:
    """Write that a case ends while a clock is open."""
    over = move.now >= going.due_at
    if going.bound is PeriodBound.AT_LEAST and over:
        _end(move, going, ClockState.MET, kind="ClockMet", met_at=going.due_at)
    elif going.state is ClockState.MISSED or over:
        _end(move, going, ClockState.MISSED, kind="ClockMissed", met_at=None)
    else:
        _end(move, going, ClockState.ENDED, kind="ClockEnded", met_at=None)


def _end(
    move: Move, going: CaseClock, state: ClockState, *, kind: str, met_at: datetime | None
) -> None:
    """Write how a clock stands for good; it needs nobody's look any more."""
    known = kind == "ClockMissed" and going.state is ClockState.MISSED
    if clocks.change(move.tx, going, state=state, met_at=met_at, noticed_at=None) and not known:
        move.tell(kind, clock=going.code)


def ends_of_back_stops(move: Move) -> Mapping[str, datetime]:
    """Return when drawn back-stops fall due: id in the drawing -> the end of their clock.

    One that has happened since its clock started is a timer like any other from then on.
    """
    drawn = move.edition.version.pathway.clocks
    stops = {clock.code: clock.back_stop for clock in drawn.values() if clock.back_stop}
    if not stops:
        return {}
    going = [one for one in clocks.of_case(move.tx, move.case_id) if one.open]
    return {
        stops[one.code]: one.due_at
        for one in going
        if one.code in stops
        and not timers.fired_since(move.tx, move.case_id, stops[one.code], one.started_at)
    }


def time_to_leave(
    tx: Transaction, edition: Edition, task: Task, *, now: datetime
) -> CaseClock | None:
    """Return the clock whose time must be over before a task is done; None where none runs."""
    step = edition.drawn(task.step)
    codes = {
        clock.code
        for clock in edition.version.pathway.clocks.values()
        if clock.target.element == step
    }
    if not codes:
        return None
    running = (
        one
        for one in clocks.of_case(tx, task.case_id)
        if one.code in codes
        and one.bound is PeriodBound.AT_LEAST
        and one.state is ClockState.RUNNING
        and now < one.due_at
    )
    return max(running, key=lambda one: one.due_at, default=None)


def refuse_too_early(tx: Transaction, edition: Edition, task: Task, *, now: datetime) -> None:
    """Refuse to do what must leave a family time, before that time is over.

    Raises:
        TooEarly: If it is not over.
    """
    clock = time_to_leave(tx, edition, task, now=now)
    if clock is not None:
        law = statute(clock.code, clock.started_on)
        raise TooEarly(edition.name(task.step), clock.last_day, law.source if law else "the law")


def warn(move: Move, clock: CaseClock, *, before: str) -> bool:
    """Warn of a clock that still runs; return whether it does."""
    if clock.state is not ClockState.RUNNING or move.now >= clock.due_at:
        return False
    noticed_at = clock.noticed_at or move.now
    if not clocks.change(
        move.tx, clock, state=clock.state, met_at=clock.met_at, noticed_at=noticed_at
    ):
        return False
    move.tell("ClockWarned", _target(move, clock), clock=clock.code, before=before, noted=True)
    return True


def let_end(move: Move, clock: CaseClock) -> bool:
    """Let the end of a clock happen; return whether it still ran."""
    if clock.state is not ClockState.RUNNING:
        return False
    given = clock.bound is PeriodBound.AT_LEAST
    state, kind = (ClockState.MET, "ClockMet") if given else (ClockState.MISSED, "ClockMissed")
    changed = clocks.change(
        move.tx,
        clock,
        state=state,
        met_at=clock.due_at if given else None,
        noticed_at=None if given else move.now,
    )
    if changed:
        move.tell(kind, _target(move, clock), clock=clock.code, noted=True)
    return changed


def _target(move: Move, clock: CaseClock) -> str | None:
    drawn = move.edition.version.pathway.clocks.get(clock.code)
    return drawn.target.element if drawn else None
