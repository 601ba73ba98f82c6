"""People who send forms over HTTP to servers that are killed under their hands."""

import random
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPException
from itertools import islice
from pathlib import Path
from threading import Thread

from sqlalchemy import select

from tests.serving.server import Server, free_port, start
from tests.serving.visitor import Answer, Visitor
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.faults.books import Books, Form, lost_or_doubled, next_form, warm_up
from tests.workflow.house import KEY, SmallHouse
from webapp import keys
from workflow.bootstrap import Workflow
from workflow.model.actor import CASE_OFFICER, FAMILY
from workflow.store.tables import task

_LOOK_AFTER = 50
#: Forms that a server has answered at most when it is to be killed.
_LONGEST_LIFE = 6


class Crowd:
    """Goes on with cases through servers that live shortly, and keeps books of it."""

    def __init__(self, house: SmallHouse, folder: Path, *, seed: int, servers: int = 1) -> None:
        """Begin with nothing sent.

        Args:
            house: Its database is the servers' too.
            folder: Where the servers write their logs.
            seed: Of everything that is left to chance.
            servers: How many serve at the same time; one of them is killed at a time.
        """
        self.books = Books()
        self._house = house
        self._log = folder / "log"
        self._chance = random.Random(seed)  # noqa: S311  which moment is no secret
        self._ports = [free_port() for _ in range(servers)]
        self._living: dict[int, Server] = {}
        self._visitors: dict[tuple[int, str], Visitor] = {}
        #: Seconds within which a server is killed: a form takes about half of it.
        self._pace = 2 * warm_up(house)

    def send_and_kill(self, kills: int) -> Books:
        """Send forms until so many servers were killed, then once more what was on its way."""
        while self.books.kills < kills:
            self._house.time.advance(timedelta(hours=8))
            self._begin()
            self._send_until_killed()
            if self.books.kills % _LOOK_AFTER == 0:
                self.books.problems += faults(self._house.workflow)
        self._settle()
        return self.books

    def _begin(self) -> None:
        """Start the servers that are down, and sign in anew: time has passed."""
        self._house.workflow.store.close()
        for port in self._ports:
            if port not in self._living:
                self._living[port] = start(self._open, port, self._log)
        people = {FAMILY: self._house.family, CASE_OFFICER: self._house.officer}
        self._visitors = {
            (port, role): Visitor(self._house.workflow, actor, port)
            for port in self._ports
            for role, actor in people.items()
        }
        for visitor in self._visitors.values():
            visitor.prepare()

    def _send_until_killed(self) -> None:
        """Kill one of the servers at a random moment while forms go on."""
        forms = self._forms()
        for form in islice(forms, self._chance.randrange(_LONGEST_LIFE)):
            self._send(form)
        killing = Thread(target=self._kill, args=(self._chance.choice(self._ports),))
        killing.start()
        while self._send(next(forms)) and killing.is_alive():
            pass
        killing.join()
        self.books.interrupted += bool(self.books.on_its_way)
        self._leave()

    def _kill(self, port: int) -> None:
        processes.pause(self._chance.uniform(0, self._pace))
        self._living.pop(port).kill()
        self.books.kills += 1

    def _open(self) -> Workflow:
        """Return the house in the process that serves it; nothing of it is open yet."""
        return self._house.workflow

    def _leave(self) -> None:
        for visitor in self._visitors.values():
            visitor.close()

    def _forms(self) -> Iterator[Form]:
        """Yield what to send: what got no answer, forms sent before, and new ones."""
        yield from self.books.on_its_way
        while True:
            if self.books.acked and self._chance.random() < 0.1:
                yield self.books.tried[self._chance.choice(list(self.books.acked))]
            else:
                yield next_form(self._house, self._chance)

    def _send(self, form: Form) -> bool:
        """Send a form through any server; return whether an answer came."""
        self.books.tried[form.key] = form
        try:
            answer = self._answer(form, self._visitors[self._chance.choice(self._ports), form.role])
        except (OSError, HTTPException):
            return False
        self._enter(form, answer)
        return True

    def _answer(self, form: Form, visitor: Visitor) -> Answer:
        if form.task:
            return visitor.complete(form.task, form.answers, key=form.key)
        return visitor.send(f"/ask/{KEY}", {"child": self._house.child_id, keys.FIELD: form.key})

    def _enter(self, form: Form, answer: Answer) -> None:
        if answer.status == HTTPStatus.SEE_OTHER:
            self.books.acknowledge(form.key, self._case_of(form, answer))
        elif answer.status == HTTPStatus.CONFLICT and self._has_exited(form):
            del self.books.tried[form.key]
        else:
            self.books.problems.append(f"{form} was answered with {answer.status}")

    def _case_of(self, form: Form, answer: Answer) -> str:
        """Return the id of the case that a form went on with, or opened."""
        _, kind, id_ = answer.location.rsplit("/", 2)
        if not form.task and kind == "cases":
            return id_
        task_id = form.task or id_
        with self._house.workflow.store.read() as tx:
            return str(tx.execute(select(task.c.case_id).where(task.c.id == task_id)).scalar_one())

    def _has_exited(self, form: Form) -> bool:
        with self._house.workflow.store.read() as tx:
            status = tx.execute(select(task.c.status).where(task.c.id == form.task)).scalar_one()
        return bool(status == "exited")

    def _settle(self) -> None:
        """Send once more what was on its way, let everything happen that is due, and judge."""
        self._begin()
        for form in self.books.on_its_way:
            self._send(form)
        self._leave()
        for server in self._living.values():
            server.stop()
        house, books = self._house, self.books
        house.time.advance(timedelta(days=1))
        house.workflow.jobs.tick(house.time.now())
        books.problems += [f"no answer to {form}" for form in books.on_its_way]
        books.problems += [*faults(house.workflow), *lost_or_doubled(house, books)]
