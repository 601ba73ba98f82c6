"""Two children of one family, and two pathways: what is agreed for one is told the other's case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

from tests.fakes import FakeTime
from tests.pathways.sketches import condition, way
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.made import element, end, form, lanes, pathway, user, value
from workflow.model.actor import CASE_OFFICER, FAMILY
from workflow.model.case import CaseFile
from workflow.store import accounts

MESSAGE = '<message id="m" name="Review agreed"/>'
_EVENT = '<messageEventDefinition messageRef="m"/>'
TEXT = {"type": "string", "maxLength": 200}


def message_event(tag: str, name: str, more: str = "", inside: str = "") -> str:
    """Return an event that sends or waits for the message."""
    return element(tag, name, "", more, inside).replace(f"</{tag}>", f"{_EVENT}</{tag}>")


def review(about: str = "child.siblings") -> dict[str, bytes]:
    """One child's review is agreed, and whoever it is about is told."""
    return pathway(
        "review",
        [
            lanes(family="begin agree", case_officer="tell agreed"),
            element("startEvent", "begin"),
            user("agree"),
            message_event(
                "intermediateThrowEvent",
                "tell",
                f'fingerpost:about="{about}"',
                value("outcome", "agree.outcome") + value("secret", "agree.secret"),
            ),
            end("agreed"),
            way("begin", "agree", "tell", "agreed"),
        ],
        before=MESSAGE,
        forms={"agree": form("Agree", outcome=TEXT, secret=TEXT)},
    )


def plan(about: str = "child.id") -> dict[str, bytes]:
    """The other child's plan waits until a twin's review is agreed."""
    return pathway(
        "plan",
        [
            lanes(family="begin ask", case_officer="review_agreed look finish"),
            element("startEvent", "begin"),
            user("ask"),
            message_event(
                "intermediateCatchEvent",
                "review_agreed",
                f'fingerpost:about="{about}"',
                value("outcome"),
            ),
            user("look"),
            end("finish"),
            way("begin", "ask", "review_agreed", "look", "finish"),
        ],
        before=MESSAGE,
        forms={
            "ask": form("Ask", what=TEXT),
            "look": form("Look", seen=TEXT),
        },
        letters={},
    )


def echo(key: str, answers: str) -> dict[str, bytes]:
    """Wait for a message, answer it with another, and wait again: for ever, and nobody acts."""
    names = f'<message id="m" name="{key}"/><message id="n" name="{answers}"/>'
    about = 'fingerpost:about="child.id"'
    heard = message_event("intermediateCatchEvent", "heard", about)
    answer = message_event("intermediateThrowEvent", "answer", about).replace('"m"', '"n"')
    return pathway(
        key,
        [
            lanes(family="begin answer heard on finish stay"),
            *(element("startEvent", "begin"), answer, heard, end("finish")),
            '<exclusiveGateway id="on" name="Is it enough?" default="on_answer"/>',
            way("begin", "answer", "heard", "on", "answer"),
            condition("on", "finish", "child.id = null"),
        ],
        before=names,
        forms={},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """A house with Ada and Ben."""

    house: SmallHouse
    #: Ben's id; Ada is the child of the house.
    ben: str

    def open(self, key: str, child_id: str = "", **answers: object) -> str:
        """Open a case, complete its first task, and return the case's id."""
        house = self.house
        child = child_id or house.child_id
        opened = house.workflow.engine.open_case(house.family, key, child, key=str(uuid4()))
        assert opened.task is not None
        house.complete(opened.task, answers)
        return opened.case.id

    def file(self, case_id: str) -> CaseFile:
        """Return all of a case as its officer reads it."""
        return self.house.workflow.engine.case_file(self.house.officer, case_id)

    def open_steps(self, case_id: str) -> list[str]:
        """Return the steps of a case that wait for a person."""
        return [task.step for task in self.file(case_id).open_tasks]

    def kinds(self, case_id: str) -> list[str]:
        """Return what has happened in a case, oldest first."""
        return [event.kind for event in self.file(case_id).history]

    def tick(self) -> int:
        """Run the jobs that are due."""
        return self.house.workflow.jobs.tick(self.house.time.now())


def build_twins(folder: Path, time: FakeTime, *pathways: Mapping[str, bytes]) -> Twins:
    """Return a house in an empty folder, with the pathways published; both of them without any."""
    first, *others = pathways or (review(), plan())
    house = build_small_house(folder, time, first)
    for files in others:
        house.workflow.publishing.publish(files)
    with house.workflow.store.write() as tx:
        ben = accounts.insert_child(tx, "Ben", born_on=date(2016, 5, 3), setting_id=None)
        accounts.name_party(tx, ben, FAMILY, account_id=house.family.id)
        accounts.name_party(tx, ben, CASE_OFFICER, account_id=house.officer.id)
    return Twins(house=house, ben=ben)
