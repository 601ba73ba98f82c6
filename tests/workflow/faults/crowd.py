"""A worker that is killed again and again at random, and the books that are kept of it outside.

The worker says through a pipe what it is about to do, and what it has been told is done. What was
said to be done must be there afterwards: once, and with all that belongs to it.
"""

import json
import os
import random
from datetime import timedelta

from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.faults.books import Books, Form, lost_or_doubled, next_form, warm_up
from tests.workflow.house import KEY, SmallHouse
from workflow.model.actor import FAMILY
from workflow.model.errors import TaskExited

_LOOK_AFTER = 20
#: Lines that a worker says before the moment at which it may be killed.
_LONGEST_LIFE = 10


def run_and_kill(house: SmallHouse, *, kills: int, seed: int, until_problem: bool = False) -> Books:
    """Have workers go on with cases, one after another, each killed at a random moment."""
    chance, books = random.Random(seed), Books()  # noqa: S311  which moment is no secret
    pace = warm_up(house)
    while books.kills < kills and not (until_problem and books.problems):
        house.time.advance(timedelta(hours=8))
        _live_and_die(house, books, chance, pace)
        if books.kills % _LOOK_AFTER == 0:
            books.problems += faults(house.workflow)
    _settle(house, books)
    return books


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
        _enter(books, (said + pipe.read()).decode())
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
        _enter(books, pipe.read().decode())
    house.time.advance(timedelta(days=1))
    house.workflow.jobs.tick(house.time.now())
    books.problems += [*faults(house.workflow), *lost_or_doubled(house, books)]


def _enter(books: Books, text: str) -> None:
    """Enter what a worker has said; its last line may be cut off."""
    for line in text.split("\n")[:-1]:
        told = json.loads(line)
        if "failed" in told:
            books.problems.append(f"a worker ended with {told['failed']}")
        if "tried" in told:
            books.tried[told["tried"]["key"]] = Form(**told["tried"])
        elif "exited" in told:
            del books.tried[told["exited"]]
        elif "acked" in told:
            books.acknowledge(told["acked"], told["case"])


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
                self.send(next_form(self._house, self._chance))

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

    def _say(self, **told: object) -> None:
        os.write(self._pipe, json.dumps(told).encode() + b"\n")


def _plain(form: Form) -> tuple[object, ...]:
    return form.key, form.role, form.task, dict(form.answers)
