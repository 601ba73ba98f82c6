"""A case as its officer and its manager read it: one page, views first."""

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from webapp import addresses
from webapp.components import lines
from webapp.presenters import times
from webapp.presenters.ahead import Deadline, deadlines
from webapp.presenters.answers import (
    AnsweredStep,
    Fact,
    answered_steps,
    step_name,
    task_name,
    views,
)
from webapp.presenters.cases import status
from webapp.presenters.clocks import ClockLine, clock_lines
from webapp.presenters.corrections.told import (
    CorrectionLine,
    PauseNotice,
    correction_lines,
    pause_notice,
)
from webapp.presenters.corrections.ways import put_right
from webapp.presenters.decided import Decided, decisions
from webapp.presenters.happenings import Happening, happenings
from webapp.presenters.labels import Labels
from webapp.presenters.letters import LetterLine, letter_lines
from webapp.presenters.page import Link, Page
from webapp.presenters.parties import People, in_lane_order
from webapp.presenters.steps import HERE, StepPart, picture_of, step_parts, words_of
from webapp.presenters.whereabouts import is_pause, whereabouts
from workflow.model.case import Case, CaseFile, Wait
from workflow.model.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTask:
    """A task that waits, for whom, and until when."""

    #: Its name; a link where it is this person's turn.
    name: str
    href: str
    who: str
    due: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPage(Page):
    """A case for those who work on it."""

    facts: tuple[Fact, ...]
    #: That the case is paused; None where it is not.
    pause: PauseNotice | None
    views: tuple[AnsweredStep, ...]
    open_tasks: tuple[OpenTask, ...]
    pauses: tuple[Deadline, ...]
    deadlines: tuple[Deadline, ...]
    #: Dates that the law sets.
    clocks: tuple[ClockLine, ...]
    decisions: tuple[Decided, ...]
    answers: tuple[AnsweredStep, ...]
    letters: tuple[LetterLine, ...]
    #: (lane, who takes it).
    parties: tuple[Fact, ...]
    #: What was put right, newest first, and what this person may put right.
    corrections: tuple[CorrectionLine, ...]
    put_right: tuple[Link, ...]
    history: tuple[Happening, ...]
    picture: Markup
    #: Id of the shape at which the case is.
    here: str
    steps: tuple[StepPart, ...]
    pathway: Link


def staff_page(file: CaseFile, *, now: datetime) -> StaffPage:
    """Return the page of a case for a case officer or a manager.

    Args:
        file: All that they may read of it.
        now: The present moment; aware.
    """
    version, pathway = file.version, file.version.pathway
    words, where = words_of(version), whereabouts(file)
    running = file.running
    people = People(running.drawing, file.parties)
    return StaffPage(
        title=f"{file.case.child.preferred_name}, {file.case.reference}",
        caption=pathway.about.name,
        facts=_facts(file, now),
        pause=pause_notice(file, today=times.day_of(now)),
        views=views(running, file.record),
        open_tasks=tuple(_open(file, task, people, now) for task in file.open_tasks),
        pauses=tuple(_pause(file, wait) for wait in file.waits if is_pause(pathway.drawing, wait)),
        deadlines=deadlines(pathway.drawing, words, file.waits),
        clocks=clock_lines(file, now=now),
        decisions=decisions(file),
        answers=answered_steps(running, reversed(file.record)),
        letters=letter_lines(file.letters),
        parties=tuple(_party(people, role) for role in in_lane_order(people)),
        corrections=correction_lines(file),
        put_right=put_right(file),
        history=happenings(running, file.history),
        picture=picture_of(version, where.marks),
        here=HERE,
        steps=step_parts(Labels(pathway), words, marks=where.marks),
        pathway=Link(text="The pathway as it is published", href=addresses.pathway(version.key)),
    )


def _facts(file: CaseFile, now: datetime) -> tuple[Fact, ...]:
    case, child = file.case, file.case.child
    today = times.day_of(now)
    said = {
        "Child or young person": child.preferred_name,
        "Born": f"{times.short_day(child.born_on)}, {_age(child.born_on, today)} years old",
        "School or college": child.setting or "None",
        "How it stands": _standing(file, case),
        "Pathway": f"{file.version.pathway.about.name}, version {file.version.number}",
    }
    return tuple(Fact(label=label, value=lines(text)) for label, text in said.items())


def _standing(file: CaseFile, case: Case) -> str:
    if case.outcome is None:
        return status(case)
    return f"{status(case)}. {step_name(file.running, case.outcome)}."


def _age(born_on: date, today: date) -> int:
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def _open(file: CaseFile, task: Task, people: People, now: datetime) -> OpenTask:
    return OpenTask(
        name=task_name(file.running, task.step, task.place),
        href=addresses.task(task.id) if task.role == file.role else "",
        who=people.whole(task.role),
        due=times.due(task.due_at, now=now),
        late=task.due_at is not None and task.due_at < now,
    )


def _pause(file: CaseFile, wait: Wait) -> Deadline:
    day = times.day(times.day_of(wait.due_at))
    return Deadline(day=day, what=step_name(file.running, wait.step))


def _party(people: People, role: str) -> Fact:
    return Fact(label=people.lane(role), value=lines(people.names(role)))
