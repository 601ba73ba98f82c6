"""Thousands of cases, a server that is killed now and then, and nothing lost, nothing growing."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from bench.story import Story, read_story
from pathways.model.scenario import StepMove
from tests.serving.program import Program, serve
from tests.serving.server import free_port
from tests.serving.visitor import Visitor
from tests.workflow import processes
from tests.workflow.audit import faults
from webapp import keys
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.actor import Actor
from workflow.rehearsal.stage import build_stage
from workflow.store import tasks
from workflow.store.tables import task

CASES, STEPS, KILL_EVERY = 10_000, 10, 1_000
#: Forms that the last server answers before its memory is looked at, and until it is again.
_WARM, _LAST = 2_000, 10_000
_VISITORS = 4


@pytest.mark.long
def test_10_000_cases_and_100_000_forms_lose_nothing_and_the_server_does_not_grow(
    tmp_path: Path,
) -> None:
    soak = Soak(tmp_path)
    try:
        soak.send(CASES * STEPS - _LAST, kill_every=KILL_EVERY)
        soak.send(_WARM)
        before = soak.server.memory()
        soak.send(_LAST - _WARM)
        growth = soak.server.memory() / before - 1
    finally:
        soak.end()

    print(f"{soak.sent} forms, {soak.kills} kills, memory {growth:+.1%}")  # noqa: T201 - people read it
    assert soak.sent == CASES * STEPS
    assert soak.kills == (CASES * STEPS - _LAST) // KILL_EVERY
    assert growth < 0.1
    assert soak.completed() == CASES * STEPS
    assert faults(soak.house) == []


class Soak:
    """Visitors who open case after case and take each so many steps on."""

    def __init__(self, folder: Path) -> None:
        """Build the house and its first server."""
        self._folder, self._story, self._port = folder, read_story(), free_port()
        stage = build_stage(folder, dict(self._story.files), self._story.years[0])
        stage.workflow.stop()
        self._cast, self._child_id = stage.cast, stage.child_id
        self._database = f"sqlite:///{stage.database}"
        self.house = build(Settings(database=self._database, outbox=folder / "letters"))
        self.server = self._started()
        self.sent = self.kills = 0
        self._counting = Lock()
        self._seats: SimpleQueue[_Seat] = SimpleQueue()
        for _ in range(_VISITORS):
            self._seats.put(_Seat(self.house, self._story, self._cast, self._child_id, self._port))

    def send(self, forms: int, *, kill_every: int | None = None) -> None:
        """Send forms; kill the server whenever so many more have been answered."""
        batch = kill_every or forms
        with ThreadPoolExecutor(_VISITORS) as pool:
            for _ in range(forms // batch):
                sending = [pool.submit(self._send_one) for _ in range(batch)]
                if kill_every:
                    sending[batch // 2].result()
                    self._kill()
                for one in sending:
                    one.result()

    def completed(self) -> int:
        """Return how many tasks are completed, as the database says."""
        with self.house.store.read() as tx:
            done = select(func.count()).where(task.c.status == "completed")
            return int(tx.execute(done).scalar_one())

    def end(self) -> None:
        """Let go of everything."""
        while not self._seats.empty():
            self._seats.get().leave()
        self.server.stop()
        self.house.stop()

    def _send_one(self) -> None:
        seat = self._seats.get()
        seat.send()
        self._seats.put(seat)
        with self._counting:
            self.sent += 1

    def _kill(self) -> None:
        self.server.kill()
        self.kills += 1
        self.server = self._started()

    def _started(self) -> Program:
        return serve(self._database, self._port, self._folder / "log")


class _Seat:
    """Somebody who takes one case after another so many steps on, for all of its people."""

    def __init__(
        self, house: Workflow, story: Story, cast: Mapping[str, Actor], child_id: str, port: int
    ) -> None:
        self._house, self._story, self._cast = house, story, cast
        self._child_id = child_id
        self._visitors = {name: Visitor(house, actor, port) for name, actor in cast.items()}
        self._roles = {step.id: step.lane for step in story.pathway.drawing.steps()}
        self._moves: list[StepMove] = []
        self._case_id = ""

    def send(self) -> None:
        """Send the next form, and once more whenever no answer comes."""
        if not self._moves:
            self._begin()
        move = self._moves.pop(0)
        with self._house.store.read() as tx:
            waiting = tasks.ready(tx, self._case_id)
        task_id = next(task.id for task in waiting if task.step == move.step)
        visitor = self._visitors[move.by or f"{self._roles[move.step]}_1"]
        self._until_answered(visitor, task_id, move.answers)

    def leave(self) -> None:
        """Close the connections."""
        for visitor in self._visitors.values():
            visitor.close()

    def _begin(self) -> None:
        engine, key = self._house.engine, self._story.pathway.key
        opened = engine.open_case(self._cast["family_1"], key, self._child_id, key=str(uuid4()))
        self._case_id = opened.case.id
        self._moves = list(islice(self._story.for_ever(), STEPS))

    def _until_answered(self, visitor: Visitor, task_id: str, answers: Mapping[str, Any]) -> None:
        key = keys.new_key()
        while True:
            try:
                answer = visitor.complete(task_id, answers, key=key)
            except (OSError, HTTPException):
                processes.pause(0.05)  # the next server is on its way
            else:
                assert answer.status == HTTPStatus.SEE_OTHER, answer
                return
