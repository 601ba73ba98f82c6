"""Putting something right in a test: what an officer says, and how it is sent."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from tests.workflow.house import SmallHouse
from workflow.model.actor import Actor
from workflow.model.case import CaseFile
from workflow.model.correction import Asked, Said

WHY = "The school asked for time to look for the report"
TOLD = "We wait for a report of your school. You do not have to do anything."


def asked(house: SmallHouse, case_id: str, *, key: str = "", **said: str | date | None) -> Asked:
    """Return a form of the case as it is now, with a reason and words for the family."""
    return Asked(
        said=replace(Said(reason=WHY, told=TOLD), **said),
        key=key or str(uuid4()),
        revision=revision(house, case_id),
    )


def revision(house: SmallHouse, case_id: str) -> int:
    """Return how often a case has been saved."""
    return file(house, case_id).case.revision


def file(house: SmallHouse, case_id: str, actor: Actor | None = None) -> CaseFile:
    """Return a case as its officer reads it."""
    return house.workflow.engine.case_file(actor or house.officer, case_id)


def suspend(house: SmallHouse, case_id: str, *, until: date = date(2027, 12, 31)) -> None:
    """Suspend a case as its officer."""
    form = asked(house, case_id, look_again_on=until)
    house.workflow.corrections.suspend(house.officer, case_id, form)


def resume(house: SmallHouse, case_id: str) -> None:
    """Let a case go on as its officer."""
    house.workflow.corrections.resume(house.officer, case_id, asked(house, case_id))
