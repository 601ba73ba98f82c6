"""What a case waits for after a move: tasks for people, and deadlines."""

from collections.abc import Collection
from uuid import uuid4

from workflow.engine.clocks import ends_of_back_stops
from workflow.engine.move import Move
from workflow.interpreter import Advance, OpenTask
from workflow.model.errors import NobodyTakesLane
from workflow.model.task import Task, TaskStatus
from workflow.store import parties, saved, tasks, timers

#: The kind of the job that lets a deadline happen.
FIRE_TIMER = "fire_timer"


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
