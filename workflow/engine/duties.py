"""Separation of duties: some steps must be done by somebody who has not done certain others."""

from workflow.engine.editions import Edition
from workflow.model.actor import Actor
from workflow.model.errors import SameActorTwice
from workflow.model.task import Task
from workflow.store import Transaction, record


def done_before(tx: Transaction, edition: Edition, actor: Actor, task: Task) -> str | None:
    """Return the step that this actor has done and that keeps them from this task, if any."""
    others = edition.step(task.step).extensions.get("differentFrom", "").split()
    return record.done_by(tx, task.case_id, others, actor)


def separate_duties(tx: Transaction, edition: Edition, actor: Actor, task: Task) -> None:
    """Refuse an actor who has done a step that keeps them from this task.

    Raises:
        SameActorTwice: If they have.
    """
    done = done_before(tx, edition, actor, task)
    if done is not None:
        raise SameActorTwice(edition.name(task.step), edition.name(done))
