"""A house with one small pathway, two people and one child: the least that a case needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.fakes import FakeTime
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.actor import CASE_OFFICER, FAMILY, Actor
from workflow.model.case import Completed
from workflow.model.task import Task
from workflow.publishing import pathway_files
from workflow.store import Transaction, accounts

KEY = "once_around"
#: A decision, letters, a parallel branch, timers of all kinds and a loop, in few steps.
ONCE_AROUND = dict(pathway_files(Path(__file__).parent / "pathways" / KEY))

ASKED = {"what": "A tablet", "kind": "ours"}
REFUSED = {"what": "A tablet", "kind": "theirs"}
CHECKED = {"seen": "It talks", "price": Decimal("349.99"), "more": False}
AGAIN = {**CHECKED, "more": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallHouse:
    """The house with those who live in it."""

    workflow: Workflow
    time: FakeTime
    #: The file of the database, where it is one.
    path: Path
    #: Its URL.
    database: str
    family: Actor
    officer: Actor
    child_id: str

    def open(self) -> Task:
        """Open a case and return its first task."""
        opened = self.workflow.engine.open_case(self.family, KEY, self.child_id, key=str(uuid4()))
        assert opened.task is not None
        return opened.task

    def complete(self, task: Task, answers: Mapping[str, Any], *, key: str = "") -> Completed:
        """Complete a task as somebody who takes its lane."""
        actor = {FAMILY: self.family, CASE_OFFICER: self.officer}[task.role]
        return self.workflow.engine.complete(actor, task.id, answers, key=key or str(uuid4()))

    def waiting(self, case_id: str) -> Task:
        """Return the only task of a case that waits."""
        (task,) = self.workflow.engine.case_file(self.family, case_id).open_tasks
        return task

    def asked(self) -> Task:
        """Open a case, ask, and return the officer's task."""
        first = self.open()
        self.complete(first, ASKED)
        return self.waiting(first.case_id)


def build_small_house(
    folder: Path, time: FakeTime, files: Mapping[str, bytes] = ONCE_AROUND, *, database: str = ""
) -> SmallHouse:
    """Return a house in an empty folder, its pathway published; on a file in it or a database."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "fingerpost.db"
    url = database or f"sqlite:///{path}"
    settings = Settings(database=url, outbox=folder / "outbox", time=time)
    workflow = build(settings)
    workflow.publishing.publish(files)
    with workflow.store.write() as tx:
        family, officer = (_person(tx, name, time) for name in ("Ada’s father", "Officer Ash"))
        child_id = accounts.insert_child(tx, "Ada", born_on=date(2016, 5, 3), setting_id=None)
        accounts.name_party(tx, child_id, FAMILY, account_id=family.id)
        accounts.name_party(tx, child_id, CASE_OFFICER, account_id=officer.id)
    return SmallHouse(
        workflow=workflow,
        time=time,
        path=path,
        database=url,
        family=family,
        officer=officer,
        child_id=child_id,
    )


def _person(tx: Transaction, name: str, time: FakeTime) -> Actor:
    account_id = accounts.insert(tx, name, email=None, password_hash=None, at=time.now())
    return Actor(id=account_id, name=name)
