"""A house with a pathway drawn at random, and the reference that walks its blocks beside it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

from pathways.reading import read_pathway
from tests.fakes import FakeTime
from tests.workflow.interpreter.blocks import (
    Block,
    Letter,
    Open,
    Sequence,
    Step,
    World,
)
from tests.workflow.interpreter.drawings import Process, xml
from tests.workflow.interpreter.random_blocks import random_block
from workflow.bootstrap import Settings, build
from workflow.model.actor import FAMILY, Actor
from workflow.model.task import Task
from workflow.store import accounts, versions
from workflow.store import tasks as task_rows

KEY = "walked"
_ABOUT = b"""
name = "Walked"
summary = "Steps, branches and loops in an order that nobody thought of."
who_it_is_for = "Tests."
owner = "Nobody"
review_on = 2027-09-01
fictional = "All of it."

[[sources]]
title = "Children and Families Act 2014, section 49"
says = "A council prepares a budget."
checked_on = 2026-11-21
"""
_LETTER = b"To: family\nSubject: A letter\n\nHello.\n"
_PERIODS = b"""
[SOON]
duration = "P300D"
unit = "calendar"
bound = "local"
words = "300 days"
source = "Made up"
in_force_on = 2026-09-01
"""
_BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
_OURS = "{urn:fingerpost:pathway}"
_QUESTIONS = {
    "ways": {
        "title": "Which ways?",
        "type": "array",
        "items": {"oneOf": [{"const": way, "title": f"Way {way}"} for way in ("1", "2", "e")]},
        "uniqueItems": True,
        "ui": {"widget": "checkboxes"},
    },
    "again": {"title": "Once more?", "type": "boolean", "ui": {"widget": "yes_no"}},
    "word": {"title": "What do you say?", "type": "string", "maxLength": 200},
}


class Walked:
    """A case on a random pathway in a house on a disk, and where the reference says it stands."""

    def __init__(self, folder: Path, random: Random) -> None:
        """Draw, publish and open; everything follows from the random numbers."""
        self.time = FakeTime()
        self.path = folder / "fingerpost.db"
        self._settings = Settings(
            database=f"sqlite:///{self.path}", outbox=folder / "outbox", time=self.time
        )
        self.block = Sequence("all", [Step("first"), random_block(random, 3)])
        self.world = World()
        self.workflow = build(self._settings)
        with self.workflow.store.write() as tx:  # what the checks ask for is not of interest here
            versions.insert(tx, read_pathway(_files(self.block)), at=self.time.now())
        self.family, child_id = self._people()
        opened = self.workflow.engine.open_case(self.family, KEY, child_id, key="opened")
        self.case_id = opened.case.id
        self.done = self.block.begin()
        self.completed = 0

    def restart(self) -> None:
        """Close the house and open it anew, as after a power cut."""
        self.workflow.stop()
        self.workflow = build(self._settings)

    def tasks(self) -> tuple[Task, ...]:
        """Return the tasks that wait, in an order that does not depend on their ids."""
        with self.workflow.store.read() as tx:
            ready = task_rows.ready(tx, self.case_id)
        return tuple(sorted(ready, key=lambda task: (task.step, task.place)))

    def complete(self, task: Task, answers: Mapping[str, Any], key: str) -> None:
        """Complete a task in the house."""
        self.workflow.engine.complete(self.family, task.id, answers, key=key)

    def walk(self, task: Task, answers: Mapping[str, Any]) -> None:
        """Let the reference go on as the house must have."""
        place: Open = (task.step, task.place)
        self.world.answers[place] = answers
        self.done = self.block.complete(place, answers, self.world)
        self.completed += 1

    def expected(self) -> list[Open]:
        """Return the steps that the reference has open."""
        return [] if self.done else sorted(self.block.open())

    def rows(self) -> int:
        """Return how often answers of a person were kept."""
        file = self.workflow.engine.case_file(self.family, self.case_id)
        return sum(row.outcome is None for row in file.record)

    def _people(self) -> tuple[Actor, str]:
        with self.workflow.store.write() as tx:
            at = self.time.now()
            account_id = accounts.insert(tx, "A mother", email=None, password_hash=None, at=at)
            child_id = accounts.insert_child(tx, "Bo", born_on=date(2016, 5, 3), setting_id=None)
            accounts.name_party(tx, child_id, FAMILY, account_id=account_id)
        return Actor(id=account_id, name="A mother"), child_id


def _files(block: Block) -> Mapping[str, bytes]:
    forms = {f"forms/{step}.json": _form(step) for step in block.steps()}
    letters = {f"letters/{name}.txt": _LETTER for name in _letters(block)}
    drawn = {"pathway.bpmn": _drawing(block), "about.toml": _ABOUT, "periods.toml": _PERIODS}
    return {**drawn, **forms, **letters}


def _letters(block: Block) -> Iterator[str]:
    if isinstance(block, Letter):
        yield block.name
    for inner in block.inner():
        yield from _letters(inner)


def _drawing(block: Block) -> bytes:
    process = Process(KEY)
    process.start()
    process.end()
    first, last = block.draw(process)
    process.flow("begin", first)
    process.flow(last, "finish")
    steps = "".join(f"<bpmn:flowNodeRef>{step}</bpmn:flowNodeRef>" for step in block.steps())
    lane = f'<bpmn:lane id="{FAMILY}" name="The family">{steps}</bpmn:lane>'
    process.inside.insert(0, f'<bpmn:laneSet id="who">{lane}</bpmn:laneSet>')
    return _promised(xml(process))


def _promised(drawing: bytes) -> bytes:
    """Return a drawing with what families are promised: words for them, and an end of each wait."""
    root = etree.fromstring(drawing)
    for node in root.iter(f"{_BPMN}userTask", f"{_BPMN}sendTask", f"{_BPMN}endEvent"):
        inside = etree.Element(f"{_BPMN}extensionElements")
        words = etree.SubElement(inside, f"{_OURS}wording", {"for": "family", "lang": "en"})
        words.text = "Something happens here."
        node.insert(0, inside)
        if node.tag == f"{_BPMN}userTask":
            node.set(f"{_OURS}period", "SOON")
    return etree.tostring(root)


def _form(step: str) -> bytes:
    return json.dumps(
        {
            "title": step,
            "type": "object",
            "properties": _QUESTIONS,
            "required": [],
            "additionalProperties": False,
        }
    ).encode()
