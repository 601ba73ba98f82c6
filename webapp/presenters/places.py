"""Where a case is, as its family reads it: what happens now, who has it, by when at the latest."""

from dataclasses import dataclass
from datetime import datetime

from pathways.words import Told, Words
from webapp import addresses
from webapp.presenters import times
from webapp.presenters.answers import task_name
from webapp.presenters.page import Link
from webapp.presenters.parties import People
from webapp.presenters.whereabouts import is_pause
from workflow.model.case import CaseFile, Wait
from workflow.model.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlace:
    """One place where a case is."""

    #: What happens now, in the words that the pathway has for families.
    family: str
    #: The step, for the list and the picture on the same page.
    step: Link
    #: (label, value): who has it, and by when at the latest.
    facts: tuple[tuple[str, str], ...]
    late: bool
    #: What to do about it; may be empty.
    todo: str
    #: The page on which this person does it; None where it is somebody else's turn.
    task: Link | None


def places(file: CaseFile, words: Words, *, now: datetime) -> tuple[CasePlace, ...]:
    """Return where a case is: the family's own tasks first, then everybody else's, then pauses."""
    people = People(file.running.drawing, file.parties)
    ordered = sorted(file.open_tasks, key=lambda task: task.role != file.role)
    drawing = file.version.pathway.drawing
    return (
        *(
            _task(file, task, words.step(file.drawn(task.step)), people, now=now)
            for task in ordered
        ),
        *(_pause(wait, words.step(wait.step)) for wait in file.waits if is_pause(drawing, wait)),
    )


def _task(file: CaseFile, task: Task, told: Told, people: People, *, now: datetime) -> CasePlace:
    late = task.due_at is not None and task.due_at < now
    yours = task.role == file.role
    name = task_name(file.running, task.step, task.place)
    return CasePlace(
        family=told.family or name,
        step=_step(told),
        facts=(
            ("Who has it now", "You" if yours else people.whole(task.role)),
            ("By when at the latest", _by_when(task.due_at, now=now)),
        ),
        late=late,
        todo=_todo(file, people, late=late, yours=yours),
        task=Link(text=name, href=addresses.task(task.id)) if yours else None,
    )


def _pause(wait: Wait, told: Told) -> CasePlace:
    return CasePlace(
        family=told.family or told.name,
        step=_step(told),
        facts=(("It goes on by itself", _day(wait.due_at)),),
        late=False,
        todo="",
        task=None,
    )


def _step(told: Told) -> Link:
    return Link(text=told.name, href=f"#{told.anchor}")


def _by_when(due_at: datetime | None, *, now: datetime) -> str:
    if due_at is None:
        return "No last day is set"
    if due_at < now:
        said = times.due(due_at, now=now)
        return f"{_day(due_at)}. This is late: {said[:1].lower()}{said[1:]}."
    return _day(due_at)


def _todo(file: CaseFile, people: People, *, late: bool, yours: bool) -> str:
    if not late:
        return ""
    if yours:
        return "You can still do it. If you need more time or help, tell us."
    return (
        "It is not your fault, and you do not have to do anything. If you want to know why, "
        f"ask {people.contact} and say {file.case.reference}. "
        "Your local SENDIASS can help you for free."
    )


def _day(at: datetime) -> str:
    return times.day(times.day_of(at))
