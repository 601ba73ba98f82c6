"""PostgreSQL that vanishes under load, and a line that breaks: nothing lost, nothing doubled."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from tests.counts import repeated
from tests.fakes import FakeTime
from tests.postgresql import PostgreSQL
from tests.serving.proxy import BrokenLine, broken_line
from tests.serving.server import Server, served
from tests.serving.visitor import Visitor
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.house import ASKED, SmallHouse
from workflow.bootstrap import Settings, build
from workflow.store import StoreUnavailable
from workflow.store.tables import answers

PATIENCE = 60


@pytest.fixture
def line(shared_house: SmallHouse) -> Iterator[BrokenLine]:
    with broken_line(shared_house.database, seed=20270122) as opened:
        yield opened


@repeated("forms", 50, 500)
def test_a_line_that_breaks_at_the_commit_doubles_nothing_and_loses_nothing(
    shared_house: SmallHouse, line: BrokenLine, tmp_path: Path, time: FakeTime, forms: int
) -> None:
    tasks = [shared_house.open() for _ in range(forms)]
    far = build(Settings(database=line.url(shared_house.database), outbox=tmp_path, time=time))
    line.breaks = 8
    cut = 0

    for task in tasks:
        key, done = str(uuid4()), False
        while not done:
            try:
                far.engine.complete(shared_house.family, task.id, ASKED, key=key)
                done = True
            except StoreUnavailable:
                cut += 1

    far.stop()
    print(f"{forms} forms, {cut} cuts: {line.before} before the commit, {line.after} after it")  # noqa: T201 - people read it
    assert line.before > 0
    assert line.after > 0
    assert _asked(shared_house) == forms
    assert faults(shared_house.workflow) == []


@repeated("restarts", 3, 20)
def test_a_database_that_is_restarted_under_load_loses_nothing_and_the_server_goes_on_by_itself(
    shared_house: SmallHouse, postgresql: PostgreSQL, tmp_path: Path, restarts: int
) -> None:
    chance, house = random.Random(20270123), shared_house  # noqa: S311 - which moment is no secret
    house.workflow.store.close()
    with served(lambda: house.workflow, tmp_path / "log") as server:
        for restart in range(restarts):
            tasks = [house.open() for _ in range(40)]
            with ThreadPoolExecutor(4) as people:
                sent = [people.submit(_send, house, server, task.id) for task in tasks]
                processes.pause(chance.uniform(0, 0.2))
                postgresql.stop_at_once()
                processes.pause(chance.uniform(0, 0.5))
                postgresql.start()
                began = monotonic()
                refused = sum(one.result() for one in sent)
            took = monotonic() - began
            print(f"restart {restart + 1}: {refused} forms refused, all in {took:.1f} s after it")  # noqa: T201 - people read it

    assert _asked(house) == 40 * restarts
    assert faults(house.workflow) == []


def _send(house: SmallHouse, server: Server, task_id: str) -> int:
    """Send a form until it is answered with success; return how often it was refused."""
    key, refused, end = uuid4().hex, 0, monotonic() + PATIENCE
    with closing(_signed_in(house, server, end)) as father:
        while monotonic() < end:
            answer = father.complete(task_id, ASKED, key=key)
            if answer.status == HTTPStatus.SEE_OTHER:
                return refused
            assert answer.status == HTTPStatus.SERVICE_UNAVAILABLE, answer
            refused += 1
            processes.pause(0.05)
    raise AssertionError(f"{task_id} was never answered")


def _signed_in(house: SmallHouse, server: Server, end: float) -> Visitor:
    while True:
        try:
            visitor = Visitor(house.workflow, house.family, server.port)
            visitor.prepare()
        except (StoreUnavailable, HTTPException):
            assert monotonic() < end
            processes.pause(0.05)
        else:
            return visitor


def _asked(house: SmallHouse) -> int:
    """Return how often the first form was kept as completed."""
    with house.workflow.store.read() as tx:
        asked = select(func.count()).where(answers.c.step == "ask_for_it")
        return int(tx.execute(asked).scalar_one())
