"""The books that are kept outside of a house whose processes are killed, and the judge of them.

What was told to be done must be there afterwards: once, and with all that belongs to it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from time import perf_counter
from typing import Any

from sqlalchemy import select

from tests.workflow.house import ASKED, CHECKED, SmallHouse
from workflow.model.actor import FAMILY
from workflow.store.codec import CODEC
from workflow.store.tables import answers

_WARMING_UP = (ASKED["what"], CHECKED["seen"])
#: Tasks that wait before no more cases are opened.
_CASES = 5


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

    def acknowledge(self, key: str, case_id: str) -> None:
        """Enter that a form is said to be done."""
        if self.acked.setdefault(key, case_id) != case_id:
            self.problems.append(f"form {key} had two results")


def warm_up(house: SmallHouse) -> float:
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


def next_form(house: SmallHouse, chance: Random) -> Form:
    """Return what the people of the house send next."""
    engine = house.workflow.engine
    waiting = [
        entry.task for actor in (house.family, house.officer) for entry in engine.worklist(actor)
    ]
    key = f"{chance.getrandbits(64):016x}"
    if len(waiting) < _CASES:
        return Form(key=key, role=FAMILY)
    task = chance.choice(waiting)
    return Form(key=key, role=task.role, task=task.id, answers=_answers(task.step, key, chance))


def lost_or_doubled(house: SmallHouse, books: Books) -> Iterator[str]:
    """Tell of answers that were sent and are not there once."""
    with house.workflow.store.read() as tx:
        rows = list(tx.execute(select(answers).where(answers.c.kind == "person")))
    kept = Counter(_mark(CODEC.open(row.case_id, row.content)) for row in rows)
    kept = Counter({one: often for one, often in kept.items() if one not in _WARMING_UP})
    wanted = Counter(_mark(form.answers) for form in books.tried.values() if form.task)
    yield from (f"lost: {one}" for one in wanted - kept)
    yield from (f"doubled: {one}" for one in kept - wanted)


def _answers(step: str, key: str, chance: Random) -> Mapping[str, Any]:
    if step == "ask_for_it":
        return {**ASKED, "what": key, "kind": "ours" if chance.random() < 0.9 else "theirs"}
    return {**CHECKED, "seen": key, "price": 5, "more": chance.random() < 0.7}


def _mark(given: Mapping[str, Any]) -> str:
    return str(given.get("what") or given.get("seen"))
