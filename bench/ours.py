"""Fingerpost's own way: `Engine.complete`, in a house of its own on a database of its own."""

from datetime import timedelta
from pathlib import Path
from typing import Self
from uuid import uuid4

from bench.measuring import Spent, cpu_ms
from bench.story import Story
from pathways.model.scenario import StepMove
from workflow.model.actor import Actor
from workflow.rehearsal.stage import build_stage
from workflow.store import Store, cases

_BETWEEN_STEPS = timedelta(hours=1)


class OurCase:
    """One case in a house of its own."""

    def __init__(self, folder: Path, story: Story, *, url: str = "", spent: Spent = cpu_ms) -> None:
        """Build the house in an empty folder and open the case.

        Args:
            folder: Where everything is kept.
            story: What is played.
            url: Of an empty database, where it is none in the folder.
            spent: Measures what a step costs, in ms of CPU.
        """
        folder.mkdir()
        self._spent = spent
        self._stage = build_stage(folder, dict(story.files), story.years[0], url=url)
        self._moves = story.for_ever()
        self._roles = {step.id: step.lane for step in story.pathway.drawing.steps()}
        self.completed = 0
        opened = self._stage.workflow.engine.open_case(
            self._stage.cast["family_1"], story.pathway.key, self._stage.child_id, key=str(uuid4())
        )
        self._case_id = opened.case.id

    @property
    def store(self) -> Store:
        """Return the database that the case is kept in."""
        return self._stage.workflow.store

    def step(self) -> float:
        """Complete the next step of the story; return what that cost, in ms of CPU."""
        move = next(self._moves)
        actor = self._stage.cast[move.by or f"{self._roles[move.step]}_1"]
        task_id, key = self._task(actor, move), str(uuid4())
        self._stage.time.moment += _BETWEEN_STEPS
        self.completed += 1
        complete = self._stage.workflow.engine.complete
        return self._spent(lambda: complete(actor, task_id, move.answers, key=key))

    def go_to(self, completed: int) -> None:
        """Complete steps, unmeasured, until so many are completed."""
        while self.completed < completed:
            self.step()

    def state_bytes(self) -> int:
        """Return the size of what is read and written of the case's tokens, in bytes."""
        with self.store.read() as tx:
            return len((cases.row(tx, self._case_id).snapshot or "").encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stage.workflow.stop()

    def _task(self, actor: Actor, move: StepMove) -> str:
        waiting = self._stage.workflow.engine.worklist(actor)
        return next(entry.task.id for entry in waiting if entry.task.step == move.step)
