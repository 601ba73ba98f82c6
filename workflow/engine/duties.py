"""Separation of duties: some steps must be done by somebody who has not done certain others."""

from collections.abc import Collection

from workflow.engine.editions import Edition
from workflow.model.actor import Actor
from workflow.model.errors import SameActorTwice
from workflow.model.task import Task
from workflow.store import Transaction, record


def done_before(tx: Transaction, edition: Edition, actor: Actor, task: Task) -> str | None:
    """Return the step that this actor has done and that keeps them from this task, if any."""
    return record.done_by(tx, task.case_id, _others(edition, task), actor)


def kept_from(
    tx: Transaction, actor: Actor, found: Collection[tuple[Edition, Task]]
) -> frozenset[str]:
    """Return the ids of those of many tasks that this actor is kept from; asks but once."""
    others = {task.id: _others(edition, task) for edition, task in found}
    parted = [task for _, task in found if others[task.id]]
    case_ids = {task.case_id for task in parted}
    done = record.done_in(
        tx, case_ids, {step for steps in others.values() for step in steps}, actor
    )
    return frozenset(
        task.id for task in parted if any((task.case_id, step) in done for step in others[task.id])
    )


def _others(edition: Edition, task: Task) -> tuple[str, ...]:
    """Return the steps that must have been done by others than who does a task."""
    return tuple(edition.step(task.step).extensions.get("differentFrom", "").split())


def separate_duties(tx: Transaction, edition: Edition, actor: Actor, task: Task) -> None:
    """Refuse an actor who has done a step that keeps them from this task.

    Raises:
        SameActorTwice: If they have.
    """
    done = done_before(tx, edition, actor, task)
    if done is not None:
        raise SameActorTwice(edition.name(task.step), edition.name(done))
