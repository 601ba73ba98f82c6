"""A worker that is killed again and again at random, and the books that are kept of it outside.

The worker says through a pipe what it is about to do, and what it has been told is done. What was
said to be done must be there afterwards: once, and with all that belongs to it.
"""

import json
import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from time import perf_counter
from typing import Any

from sqlalchemy import select

from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.house import ASKED, CHECKED, KEY, SmallHouse
from workflow.model.actor import FAMILY
from workflow.model.errors import TaskExited
from workflow.store.codec import CODEC
from workflow.store.tables import answers

_CASES = 5
_WARMING_UP = (ASKED["what"], CHECKED["seen"])
_LOOK_AFTER = 20
#: Lines that a worker says before the moment at which it may be killed.
_LONGEST_LIFE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that was sent, under its key."""

    key: str
    role: str
    #: Empty for the form that opens a case.
    task: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Books:
    """What the outside knows: all that was tried, and all that it was told is done."""

    tried: dict[str, Form] = field(default_factory=dict)
    #: Key -> case id.
    acked: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    #: Kills while a form was on its way.
    interrupted: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def on_its_way(self) -> list[Form]:
        return [form for key, form in self.tried.items() if key not in self.acked]

    def read(self, text: str) -> None:
        """Enter what a worker has said; its last line may be cut off."""
        for line in text.split("\n")[:-1]:
            told = json.loads(line)
            if "failed" in told:
                self.problems.append(f"a worker ended with {told['failed']}")
            if "tried" in told:
                self.tried[told["tried"]["key"]] = Form(**told["tried"])
            elif "exited" in told:
                del self.tried[told["exited"]]
            elif (
                "acked" in told
                and self.acked.setdefault(told["acked"], told["case"]) != told["case"]
            ):
                self.problems.append(f"form {told['acked']} had two results")


def run_and_kill(house: SmallHouse, *, kills: int, seed: int, until_problem: bool = False) -> Books:
    """Have workers go on with cases, one after another, each killed at a random moment."""
    chance, books = random.Random(seed), Books()  # noqa: S311  which moment is no secret
    pace = _warm_up(house)
    while books.kills < kills and not (until_problem and books.problems):
        house.time.advance(timedelta(hours=8))
        _live_and_die(house, books, chance, pace)
        if books.kills % _LOOK_AFTER == 0:
            books.problems += faults(house.workflow)
    _settle(house, books)
    return books


def _warm_up(house: SmallHouse) -> float:
    """Do everything once, so that a worker's short life is not spent on preparing statements.

    Return how many seconds it takes to complete a task, on this machine and today.
    """
    for _ in range(2):
        task = house.asked()
        house.time.advance(timedelta(days=7))
        house.workflow.jobs.tick(house.time.now())
        began = perf_counter()
        house.complete(task, CHECKED)
        pace = perf_counter() - began
        house.workflow.jobs.tick(house.time.now())
    return pace


def _live_and_die(house: SmallHouse, books: Books, chance: random.Random, pace: float) -> None:
    house.workflow.store.close()
    reading, writing = os.pipe()
    retries, acked, seed = books.on_its_way, list(books.acked), chance.random()

    def work() -> None:
        os.close(reading)
        worker = _Worker(house, writing, random.Random(seed), books, acked)  # noqa: S311  likewise
        worker.work(retries)

    process = processes.start(work)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        said = b"".join(pipe.readline() for _ in range(chance.randint(1, _LONGEST_LIFE)))
        processes.pause(chance.uniform(0, pace))
        processes.kill(process)
        books.read((said + pipe.read()).decode())
    books.kills += 1
    books.interrupted += bool(books.on_its_way)


def _settle(house: SmallHouse, books: Books) -> None:
    """Send once more what was on its way, let everything happen that is due, and judge."""
    reading, writing = os.pipe()
    worker = _Worker(house, writing, random.Random(0), books, [])  # noqa: S311  likewise
    for form in books.on_its_way:
        worker.send(form)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        books.read(pipe.read().decode())
    house.time.advance(timedelta(days=1))
    house.workflow.jobs.tick(house.time.now())
    books.problems += [*faults(house.workflow), *_lost_or_doubled(house, books)]


def _lost_or_doubled(house: SmallHouse, books: Books) -> Iterator[str]:
    with house.workflow.store.read() as tx:
        rows = list(tx.execute(select(answers).where(answers.c.kind == "person")))
    kept = Counter(_mark(CODEC.open(row.case_id, row.content)) for row in rows)
    kept = Counter({one: often for one, often in kept.items() if one not in _WARMING_UP})
    wanted = Counter(_mark(form.answers) for form in books.tried.values() if form.task)
    yield from (f"lost: {one}" for one in wanted - kept)
    yield from (f"doubled: {one}" for one in kept - wanted)


def _mark(given: Mapping[str, Any]) -> str:
    return str(given.get("what") or given.get("seen"))


class _Worker:
    """Goes on with cases as the people of the house would, until it is killed."""

    def __init__(
        self,
        house: SmallHouse,
        pipe: int,
        chance: random.Random,
        books: Books,
        acked: list[str],
    ) -> None:
        self._house, self._pipe, self._chance = house, pipe, chance
        self._books, self._acked = books, acked

    def work(self, retries: list[Form]) -> None:
        """Go on for ever."""
        try:
            self._work(retries)
        except Exception as error:
            self._say(failed=type(error).__name__)
            raise

    def _work(self, retries: list[Form]) -> None:
        self._say(ready=True)
        for form in retries:
            self.send(form)
        while True:
            roll = self._chance.random()
            if roll < 0.15:
                self._house.workflow.jobs.tick(self._house.time.now())
            elif roll < 0.25 and self._acked:
                self.send(self._books.tried[self._chance.choice(self._acked)])
            else:
                self._go_on()

    def send(self, form: Form) -> None:
        """Send a form, saying so before and after."""
        self._say(tried=dict(zip(("key", "role", "task", "answers"), _plain(form), strict=True)))
        house = self._house
        actor = house.family if form.role == FAMILY else house.officer
        engine = house.workflow.engine
        try:
            if form.task:
                case_id = engine.complete(actor, form.task, form.answers, key=form.key).case_id
            else:
                case_id = engine.open_case(actor, KEY, house.child_id, key=form.key).case.id
        except TaskExited:
            self._say(exited=form.key)
        else:
            self._say(acked=form.key, case=case_id)

    def _go_on(self) -> None:
        engine, house = self._house.workflow.engine, self._house
        waiting = [entry.task for actor in (house.family, house.officer)
                   for entry in engine.worklist(actor)]  # fmt: skip
        key = f"{self._chance.getrandbits(64):x}"
        if len(waiting) < _CASES:
            self.send(Form(key=key, role=FAMILY))
            return
        task = self._chance.choice(waiting)
        self.send(
            Form(key=key, role=task.role, task=task.id, answers=self._answers(task.step, key))
        )

    def _answers(self, step: str, key: str) -> Mapping[str, Any]:
        if step == "ask_for_it":
            kind = "ours" if self._chance.random() < 0.9 else "theirs"
            return {**ASKED, "what": key, "kind": kind}
        return {**CHECKED, "seen": key, "price": 5, "more": self._chance.random() < 0.7}

    def _say(self, **told: object) -> None:
        os.write(self._pipe, json.dumps(told).encode() + b"\n")


def _plain(form: Form) -> tuple[object, ...]:
    return form.key, form.role, form.task, dict(form.answers)
