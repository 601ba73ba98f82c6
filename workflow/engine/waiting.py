"""What a case waits for after a move: tasks for people, deadlines, and news."""

from collections.abc import Collection
from uuid import uuid4

from pathways import feel
from workflow import clocks
from workflow.engine.clocks import ends_of_back_stops
from workflow.engine.correlation import digest
from workflow.engine.move import Move
from workflow.interpreter import Advance, Awaited, Awaits, OpenTask
from workflow.model.errors import NobodyTakesLane, PathwayFault
from workflow.model.news import AwaitedNews, AwaitedStatus, NewsKind
from workflow.model.task import Task, TaskStatus
from workflow.store import awaited, parties, saved, tasks, timers

#: The kind of the job that lets a deadline happen.
FIRE_TIMER = "fire_timer"
#: The kinds of the jobs that look for a message that is kept, and at a condition on a new day.
MATCH_MESSAGE = "match_message"
LOOK_AGAIN = "look_again"

_KINDS = {
    Awaits.MESSAGE: NewsKind.MESSAGE,
    Awaits.SIGNAL: NewsKind.SIGNAL,
    Awaits.CONDITION: NewsKind.CONDITION,
}


def offer_tasks(move: Move, arrived: Advance) -> None:
    """Offer the tasks that are new, and take back those that the case went on without."""
    ready = {task.token: task for task in tasks.ready(move.tx, move.case_id)}
    wanted = {task.token: task for task in arrived.open}
    for gone in [task for token, task in ready.items() if token not in wanted]:
        tasks.end(move.tx, gone, TaskStatus.EXITED, by=move.actor, at=move.now)
        saved.forget(move.tx, gone.id)
        move.tell("TaskExited", gone.step)
    new = [task for token, task in wanted.items() if token not in ready]
    taken = parties.roles(move.tx, move.case_id) if new else frozenset()
    for task in new:
        _offer(move, task, taken)


def _offer(move: Move, open_task: OpenTask, taken: Collection[str]) -> None:
    step = move.edition.step(open_task.step)
    role = move.edition.role(open_task.step, open_task.inside)
    if role not in taken:
        raise NobodyTakesLane(move.edition.lane_name(role), step.name)
    period = step.extensions.get("period")
    task = Task(
        id=str(uuid4()),
        case_id=move.case_id,
        token=open_task.token,
        step=step.id,
        place=open_task.place,
        round=open_task.round,
        role=role,
        status=TaskStatus.READY,
        offered_at=move.now,
        due_at=move.rules.due_at(period, move.now) if period else None,
    )
    tasks.insert(move.tx, task)
    move.tell("TaskOffered", step.id)


def promise_overdue(move: Move) -> None:
    """Promise once more what fell due while the case was suspended, in its order.

    The jobs of these timers found the case suspended, and left them waiting.
    """
    for timer in timers.overdue(move.tx, move.case_id, move.now):
        move.jobs.enqueue(
            move.tx,
            FIRE_TIMER,
            {"id": timer.id},
            key=f"{FIRE_TIMER}:{timer.id}:{move.before.case.revision}",
            run_at=timer.due_at,
            lock=move.case_id,
        )


def set_timers(move: Move, arrived: Advance) -> None:
    """Set the timers that are new, and cancel those that the case no longer waits for."""
    waiting = timers.waiting(move.tx, move.case_id)
    ends = ends_of_back_stops(move) if any(one.due_at for one in arrived.awaited) else {}
    wanted = {
        (one.token, one.step): ends.get(move.edition.drawn(one.step), one.due_at)
        for one in arrived.awaited
        if one.due_at
    }
    for address in waiting.keys() - wanted.keys():
        timers.cancel(move.tx, waiting[address], at=move.now)
    for (token, step), due_at in wanted.items():
        if (token, step) not in waiting:
            timer_id = timers.insert(move.tx, move.case_id, token=token, step=step, due_at=due_at)
            move.promise(FIRE_TIMER, timer_id, run_at=due_at)


def wait_for_news(move: Move, arrived: Advance) -> None:
    """Begin to wait for news that is new, and no longer for what the case went on without."""
    if not move.edition.waits_for_news:
        return
    wanted = {(one.token, one.step): one for one in arrived.awaited if one.kind in _KINDS}
    for wait in awaited.of_case(move.tx, move.case_id):
        still = wanted.pop((wait.token, wait.step), None)
        if still is None:
            awaited.end(move.tx, wait.id, AwaitedStatus.GONE, at=move.now)
        elif (still.place, still.round) != (wait.place, wait.round):
            awaited.put_at(move.tx, wait.id, still.place, still.round)
    for one in wanted.values():
        _begin_to_wait(move, one)


def _begin_to_wait(move: Move, one: Awaited) -> None:
    wait = AwaitedNews(
        id=str(uuid4()),
        case_id=move.case_id,
        token=one.token,
        step=one.step,
        place=one.place,
        round=one.round,
        kind=_KINDS[one.kind],
        name=one.name,
        about=_about(move, one),
        role=move.edition.role(one.step, one.inside),
        since=move.now,
    )
    awaited.insert(move.tx, wait)
    if wait.about:
        move.promise(MATCH_MESSAGE, wait.id, run_at=move.now)
    elif wait.kind is NewsKind.CONDITION:
        promise_look(move, wait)


def promise_look(move: Move, wait: AwaitedNews) -> None:
    """Promise to look at a condition again when the next day has begun: facts change with days."""
    at = clocks.next_day(move.now)
    args, key = {"id": wait.id}, f"{LOOK_AGAIN}:{wait.id}:{at:%Y-%m-%d}"
    move.jobs.enqueue(move.tx, LOOK_AGAIN, args, key=key, run_at=at, lock=move.case_id)


def _about(move: Move, one: Awaited) -> str:
    text = move.edition.running.drawing.nodes[one.step].extensions.get("about", "")
    if one.kind is not Awaits.MESSAGE or not text:
        return ""
    try:
        return digest(move.rules.condition(text, one.scope, now=move.now))
    except feel.Refused as refused:
        raise PathwayFault(move.edition.name(one.step), str(refused)) from refused
