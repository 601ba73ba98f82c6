"""Cases of every release go on under this one, and an upgrade that is killed is done again."""

import random
import shutil
import sqlite3
import tarfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from pathways.model.scenario import Scenario
from pathways.scenarios import read_scenario
from tests.counts import repeated
from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.faults.hooks import die_at
from tests.workflow.upgrades.keep import KEPT, STORY
from workflow.bootstrap import Settings, build
from workflow.rehearsal.rehearsal import play
from workflow.rehearsal.stage import Stage, StageTime
from workflow.store import Store, accounts
from workflow.store.migrating import heads
from workflow.store.tables import case, child

FILES = sorted(KEPT.glob("*/*.tar.xz"))


@dataclass(frozen=True, slots=True)
class Kept:
    """One story as a release kept it."""

    scenario: Scenario
    #: The database after 0, 1, 2 ... of its moves.
    databases: tuple[Path, ...]


@pytest.fixture(params=FILES, ids=lambda file: f"{file.parent.name}_{file.name.split('.')[0]}")
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path, filter="data")
    scenario = read_scenario((tmp_path / STORY).read_bytes(), file=STORY)
    return Kept(scenario, tuple(sorted(tmp_path.glob("*.db"))))


def test_every_release_has_kept_some_of_its_cases() -> None:
    assert {file.parent.name for file in FILES} >= {"0001"}


def test_every_case_that_a_release_kept_goes_on_to_its_end(kept: Kept) -> None:
    for done, database in enumerate(kept.databases):
        stage, case_id = _stage(database)

        assert faults(stage.workflow) == []
        assert play(stage, case_id, kept.scenario, done=done).problems == ()
        assert faults(stage.workflow) == []
        stage.workflow.stop()


@repeated("kills", 10, 50)
def test_an_upgrade_that_is_killed_leaves_the_old_tables_or_the_new_ones_and_is_done_again(
    kept: Kept, kills: int
) -> None:
    original, chance = kept.databases[len(kept.databases) // 2], random.Random(kills)  # noqa: S311
    last, database = _moments(original), original.with_suffix(".killed")
    before = _release(original)

    for _ in range(kills):
        shutil.copyfile(original, database)
        moment = chance.randint(1, last)
        assert processes.join(processes.start(partial(_upgrade_and_die, database, moment))) == -9
        left = _release(database)
        stage, _ = _stage(database)

        assert left in (before, _release(database))
        assert _release(database)[0] in heads()
        assert faults(stage.workflow) == []
        stage.workflow.stop()


def _stage(database: Path) -> tuple[Stage, str]:
    """Open a kept database under this release, at the moment at which it was kept."""
    time = StageTime(_kept_at(database))
    settings = Settings(
        database=f"sqlite:///{database}", outbox=database.parent / "letters", time=time
    )
    workflow = build(settings)
    with workflow.store.read() as tx:
        people = [one.actor for one in accounts.every(tx)]
        child_id = tx.execute(select(child.c.id)).scalar_one()
        case_id = tx.execute(select(case.c.id)).scalar_one()
    cast = {one.name: workflow.people.actor(one.id) for one in people}
    stage = Stage(
        workflow=workflow,
        time=time,
        cast={name: actor for name, actor in cast.items() if actor is not None},
        child_id=child_id,
        database=database,
    )
    return stage, case_id


def _kept_at(database: Path) -> datetime:
    with closing(sqlite3.connect(database)) as connection:
        (seconds,) = connection.execute("pragma user_version").fetchone()
    return datetime.fromtimestamp(seconds, UTC)


def _upgrade_and_die(database: Path, moment: int) -> None:
    die_at(moment)
    with Store(f"sqlite:///{database}") as store:
        store.upgrade()


def _moments(database: Path) -> int:
    """Return how many moments an upgrade has at which it can end."""
    moments = count(1)

    def pass_by(*_: object) -> None:
        next(moments)

    copy = database.with_suffix(".counted")
    shutil.copyfile(database, copy)
    names = ("before_cursor_execute", "after_cursor_execute", "commit")
    for name in names:
        event.listen(Engine, name, pass_by)
    with Store(f"sqlite:///{copy}") as store:
        store.upgrade()
    for name in names:
        event.remove(Engine, name, pass_by)
    return next(moments) - 1


def _release(database: Path) -> tuple[str, set[str]]:
    """Return which migration a database stands at, and the tables that it has."""
    with closing(sqlite3.connect(database)) as connection:
        (revision,) = connection.execute("select version_num from alembic_version").fetchone()
        tables = connection.execute("select name, sql from sqlite_master")
        return revision, {f"{name} {sql}" for name, sql in tables}
