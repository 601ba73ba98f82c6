"""Pages and workers as programs of their own, as on several machines: one of each is killed."""

import re
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from time import monotonic

import pytest
from click import ClickException
from click.testing import CliRunner
from sqlalchemy import func, select

from tests.architecture.tree import text_of
from tests.postgresql import PostgreSQL
from tests.serving import program
from tests.serving.program import Program
from tests.serving.server import HOST, free_port
from tests.serving.visitor import Visitor
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.house import REFUSED, SmallHouse, build_small_house
from webapp import keys
from webapp.cli.main import main
from webapp.current import EXTENSION
from webapp.wsgi import create
from workflow.clocks import SystemTime
from workflow.store.tables import letter

FORMS, PATIENCE = 120, 240
HOWTO = "docs/howto/run-on-several-machines.md"
COMPOSE = "docs/howto/several-machines/compose.yaml"


@dataclass(slots=True)
class Machines:
    """Two that serve pages, two that work."""

    house: SmallHouse
    ports: list[int]
    pages: list[Program] = field(default_factory=list)
    workers: list[Program] = field(default_factory=list)


@pytest.fixture
def machines(postgresql: PostgreSQL, tmp_path: Path) -> Iterator[Machines]:
    database, log = postgresql.empty(), tmp_path / "log"
    house = build_small_house(tmp_path / "house", SystemTime(), database=database)
    running = Machines(house, [free_port(), free_port()])
    environment = {"FINGERPOST_DATABASE": database, "FINGERPOST_OUTBOX": str(tmp_path / "outbox")}
    for port in running.ports:
        arguments = ["webapp.wsgi:create()", "--bind", f"{HOST}:{port}", "--threads", "4"]
        running.pages.append(
            program.listening("gunicorn", arguments, log, environment=environment, port=port)
        )
    for _ in range(2):
        running.workers.append(program.start(["worker"], log, environment=environment))
    yield running
    for one in (*running.pages, *running.workers):
        one.kill()
    house.workflow.stop()


def test_one_of_two_servers_and_one_of_two_workers_can_be_killed_and_every_form_counts_once(
    machines: Machines,
) -> None:
    house = machines.house
    tasks = [house.open().id for _ in range(FORMS)]

    with ThreadPoolExecutor(4) as people:
        sent = [people.submit(_send, machines, task_id) for task_id in tasks]
        sent[FORMS // 3].result()
        machines.pages[0].kill()
        sent[FORMS // 2].result()
        machines.workers[0].kill()
        for one in sent:
            one.result()

    _until(lambda: _letters(house) == {"sent": FORMS})
    assert faults(house.workflow) == []


def _send(machines: Machines, task_id: str) -> None:
    """Send a form through either server until it is answered with success."""
    key, end = keys.new_key(), monotonic() + PATIENCE
    while monotonic() < end:
        port = secrets.choice(machines.ports)
        with closing(Visitor(machines.house.workflow, machines.house.family, port)) as father:
            try:
                answer = father.complete(task_id, REFUSED, key=key)
            except (OSError, HTTPException):
                continue  # the proxy would ask the other one
            assert answer.status == HTTPStatus.SEE_OTHER, answer
            return
    raise AssertionError(f"{task_id} was never answered")


def _letters(house: SmallHouse) -> dict[str, int]:
    with house.workflow.store.read() as tx:
        counted = select(letter.c.status, func.count()).group_by(letter.c.status)
        return {str(status): int(number) for status, number in tx.execute(counted)}


def _until(is_so: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < end, is_so
        processes.pause(0.1)


@pytest.mark.parametrize("command", [["worker"], ["run", "--without-jobs"]])
def test_a_file_of_one_machine_is_none_for_several(tmp_path: Path, command: list[str]) -> None:
    done = CliRunner().invoke(main, [*command, "--database", str(tmp_path / "fingerpost.db")])

    assert done.exit_code == 1
    assert "Name a PostgreSQL database to run on several machines" in done.output


def test_pages_for_several_machines_need_a_database_for_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINGERPOST_DATABASE", str(tmp_path / "fingerpost.db"))

    with pytest.raises(ClickException, match="Name a PostgreSQL database"):
        create()


def test_a_page_behind_a_proxy_knows_how_it_was_reached(
    postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINGERPOST_DATABASE", postgresql.empty())
    app = create()
    reached = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "pathways.example.org"}

    answer = app.test_client().get("/sign-in", headers=reached)
    app.extensions[EXTENSION].stop()

    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_every_setting_of_the_page_and_of_the_compose_file_is_one_that_is_read() -> None:
    known = set(re.findall(r"FINGERPOST_[A-Z_]+", text_of("webapp/cli/house.py")))
    known |= set(re.findall(r"FINGERPOST_[A-Z_]+", text_of("webapp/wsgi.py")))
    named = set(re.findall(r"`(FINGERPOST_[A-Z_]+)`", text_of(HOWTO)))
    composed = set(re.findall(r"^    (FINGERPOST_[A-Z_]+):", text_of(COMPOSE), re.MULTILINE))

    assert named == known
    assert composed <= known
