"""A database in trouble: people read that it is not their mistake, and nothing is lost."""

import os
import pwd
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from lxml import html

from tests.architecture.tree import ROOT
from tests.counts import repeated
from tests.serving.server import Server, served
from tests.serving.visitor import Answer, Visitor
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.house import ASKED, SmallHouse
from webapp.cli.main import main
from workflow.bootstrap import Settings, build
from workflow.model.task import Task
from workflow.store import Store

_NOBODY = pwd.getpwnam("nobody")
_PUBLISH = ["import", str(ROOT / "pathways" / "library" / "quick_one_off"), "--database"]
PLEASE = "Please try again in a minute"


@contextmanager
def _full_disk(server: Server) -> Iterator[None]:
    """Let no file of the server grow or change, as on a disk without room."""
    before = resource.prlimit(server.process, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process, resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.prlimit(server.process, resource.RLIMIT_FSIZE, before)


@contextmanager
def _locked(database: Path) -> Iterator[None]:
    """Hold the lock that everybody needs who writes."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("begin immediate")
        yield
        other.execute("rollback")


def _heading(answer: Answer) -> str:
    return str(html.fromstring(answer.page).findtext(".//h1")).strip()


def _send_all(father: Visitor, tasks: list[Task]) -> list[Answer]:
    return [father.complete(task.id, ASKED, key=f"{task.id}") for task in tasks]


@repeated("forms", 10, 300)
def test_a_full_disk_is_told_in_plain_words_pages_can_be_read_and_all_goes_on_when_there_is_room(
    house: SmallHouse, server: Server, father: Visitor, forms: int
) -> None:
    tasks = [house.open() for _ in range(forms)]

    with _full_disk(server):
        refused = _send_all(father, tasks)
        read = father.read(f"/tasks/{tasks[0].id}")
    accepted = _send_all(father, tasks)

    assert {(one.status, _heading(one)) for one in refused} == {(503, PLEASE)}
    assert read.status == 200
    assert {one.status for one in accepted} == {303}
    assert faults(house.workflow) == []


@repeated("forms", 3, 300)
def test_a_database_that_another_program_holds_is_told_in_plain_words_and_all_goes_on_after_it(
    house: SmallHouse, tmp_path: Path, forms: int
) -> None:
    """How long is waited for it is a setting; the program holds it until every form was refused."""
    database = f"sqlite:///{house.path}?timeout=0.05"
    impatient = build(Settings(database=database, outbox=tmp_path, time=house.time))
    impatient.store.close()
    tasks = [house.open() for _ in range(forms)]
    house.workflow.store.close()

    with (
        served(lambda: impatient, tmp_path / "log") as server,
        closing(Visitor(house.workflow, house.family, server.port)) as father,
    ):
        father.prepare()
        with _locked(house.path):
            refused = _send_all(father, tasks)
            read = father.read(f"/tasks/{tasks[0].id}")
        accepted = _send_all(father, tasks)

    assert {(one.status, _heading(one)) for one in refused} == {(503, PLEASE)}
    assert read.status == 200
    assert {one.status for one in accepted} == {303}
    assert faults(house.workflow) == []


def test_a_database_that_may_not_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with TemporaryDirectory() as folder:  # one that others may look into, unlike a test's own
        path = Path(folder, "fingerpost.db")
        with Store(f"sqlite:///{path}") as store:
            store.upgrade()
        path.chmod(0o444)
        Path(folder).chmod(0o555)

        status, said = _as_somebody_without_rights(tmp_path, _PUBLISH, path)

        Path(folder).chmod(0o700)
    assert status == 1
    assert "cannot be opened or written" in said
    assert "Traceback" not in said


def test_a_file_that_is_no_database_stops_it_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "fingerpost.db"
    path.write_bytes(b"no database at all" * 100)

    done = CliRunner().invoke(main, [*_PUBLISH, str(path)])

    assert done.exit_code == 1
    assert "cannot be opened or written" in done.output


def _as_somebody_without_rights(folder: Path, command: list[str], path: Path) -> tuple[int, str]:
    """Run a command of ours in a process of its own, which no longer may write everywhere."""
    with (folder / "said").open("w") as file:

        def work() -> None:
            if os.geteuid() == 0:  # whom no permission stops
                os.setgid(_NOBODY.pw_gid)
                os.setuid(_NOBODY.pw_uid)
            done = CliRunner().invoke(main, [*command, str(path)])
            file.write(f"{done.exit_code} {done.output}")
            file.flush()

        assert processes.join(processes.start(work)) == 0
    status, _, said = (folder / "said").read_text().partition(" ")
    return int(status), said
