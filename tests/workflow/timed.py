"""A pathway that is little more than one timer, and what became of it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from tests.fakes import FakeTime
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.interpreter.drawings import Process, xml
from workflow.jobs import EmbeddedJobs
from workflow.store import Transaction
from workflow.store.tables import event, job, timer

KEY = "p"
DONE = {"done": True}
_ABOUT = b"""name = "A wait"
summary = "Somebody begins, time passes, somebody goes on."
who_it_is_for = "Tests: one timer."
owner = "Head of SEND"
review_on = 2027-09-01
fictional = "All of it."

[[sources]]
title = "Children and Families Act 2014, section 49"
says = "A council prepares a budget."
checked_on = 2026-11-21

[checks]
no_diagram = "off"
"""


def waiting_for(content: str) -> dict[str, bytes]:
    """Return a pathway in which a case begins, waits for a timer, and waits for a person."""
    p = _process("begin", "wait", "after", "finish")
    p.start()
    p.catch("wait", content)
    p.user("after")
    p.end()
    p.path("begin", "wait", "after", "finish")
    return _files(p)


def reminded_by(content: str) -> dict[str, bytes]:
    """Return a pathway in which a person is reminded of a step, on its edge and beside it."""
    p = _process("begin", "step", "reminder", "finish", "reminded")
    p.start()
    p.user("step")
    p.boundary("reminder", "step", content, interrupting=False)
    p.end()
    p.end("reminded")
    p.path("begin", "step", "finish")
    p.path("reminder", "reminded")
    return _files(p)


def _process(*nodes: str) -> Process:
    named = "".join(f"<bpmn:flowNodeRef>{node}</bpmn:flowNodeRef>" for node in nodes)
    lane = f'<bpmn:lane id="family" name="Family">{named}</bpmn:lane>'
    return Process(KEY, inside=[f'<bpmn:laneSet id="lanes">{lane}</bpmn:laneSet>'])


def _files(process: Process) -> dict[str, bytes]:
    return {"pathway.bpmn": xml(process), "about.toml": _ABOUT}


def opened(house: SmallHouse, at: datetime) -> str:
    """Open a case at a moment and return its id."""
    house.time.set(at)
    opened = house.workflow.engine.open_case(house.family, KEY, house.child_id, key=str(uuid4()))
    return opened.case.id


def due(house: SmallHouse, case_id: str) -> datetime | None:
    """Return when the timer of a case falls due; None where it waits for none."""
    waits = house.workflow.engine.case_file(house.family, case_id).waits
    return waits[0].due_at if waits else None


def times_fired(house: SmallHouse) -> int:
    """Return how many timers have fired, as the history of all cases tells it."""
    with house.workflow.store.read() as tx:
        fired = tx.execute(select(event.c.sequence).where(event.c.kind == "TimerFired"))
        return len(fired.all())


def unfinished(house: SmallHouse, now: datetime) -> int:
    """Return how many jobs are due and not done."""
    with house.workflow.store.read() as tx:
        late = select(job.c.id).where(job.c.status != "done", job.c.due_at <= now)
        return len(tx.execute(late).all())


def order_of_firing(house: SmallHouse, now: datetime) -> list[datetime]:
    """Run all that is due at a moment, and return when each timer was due, in order of firing."""
    fired: list[str] = []

    def fire(tx: Transaction, args: Mapping[str, Any], at: datetime) -> None:
        fired.append(args["id"])
        house.workflow.engine.fire_timer(tx, args, at)

    jobs = EmbeddedJobs(house.workflow.store, house.time)
    jobs.register("fire_timer", fire)
    jobs.tick(now)
    with house.workflow.store.read() as tx:
        dues = {one.id: one.due_at for one in tx.execute(select(timer.c.id, timer.c.due_at))}
    return [dues[one] for one in fired]


def open_again(house: SmallHouse, folder: Path, files: Mapping[str, bytes]) -> SmallHouse:
    """Return the house anew on the same database, as a server that was off and is on again."""
    house.workflow.stop()
    again = build_small_house(folder, FakeTime(house.time.now()), files)
    return SmallHouse(
        workflow=again.workflow,
        time=again.time,
        path=again.path,
        database=again.database,
        family=house.family,
        officer=house.officer,
        child_id=house.child_id,
    )
