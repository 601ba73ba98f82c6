"""A case as its family reads it: where we are, what happens next, what was decided and why."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from webapp import addresses
from webapp.presenters import times
from webapp.presenters.ahead import Ahead, Deadline, ahead, deadlines
from webapp.presenters.answers import AnsweredStep, answered_steps
from webapp.presenters.clocks import FamilyClock, family_clocks
from webapp.presenters.corrections.told import (
    CorrectionLine,
    PauseNotice,
    family_corrections,
    pause_notice,
)
from webapp.presenters.decided import Decided, decisions
from webapp.presenters.labels import Labels
from webapp.presenters.letters import LetterLine, letter_lines
from webapp.presenters.page import Link, Page
from webapp.presenters.parties import People, in_lane_order
from webapp.presenters.places import CasePlace, places
from webapp.presenters.steps import HERE, StepPart, picture_of, step_parts, words_of
from webapp.presenters.whereabouts import whereabouts
from workflow.model.actor import FAMILY, MANAGER
from workflow.model.case import CaseFile, CaseStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a case ended, and what can be done now."""

    title: str
    #: Its anchor on the page.
    step: str
    family: str
    day: str
    #: What to do if somebody thinks that it is wrong.
    look_again: str
    again: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage(Page):
    """A case for the family that it is about."""

    #: That the case is paused; None where it is not.
    pause: PauseNotice | None
    places: tuple[CasePlace, ...]
    #: None while the case is on its way.
    ending: Ending | None
    #: What the family has to do, in a sentence.
    your_part: str
    ahead: tuple[Ahead, ...]
    deadlines: tuple[Deadline, ...]
    #: Dates that the law sets.
    clocks: tuple[FamilyClock, ...]
    #: What was put right, newest first.
    corrections: tuple[CorrectionLine, ...]
    decisions: tuple[Decided, ...]
    letters: tuple[LetterLine, ...]
    #: What the family told.
    yours: tuple[AnsweredStep, ...]
    #: What others said, without the managers, whose decisions stand above.
    others: tuple[AnsweredStep, ...]
    picture: Markup
    #: Id of the shape at which the case is.
    here: str
    steps: tuple[StepPart, ...]
    #: Who takes part: `"Case officer: N. Example"`.
    people: tuple[str, ...]
    reference: str
    pathway: Link


def family_page(file: CaseFile, *, now: datetime) -> FamilyPage:
    """Return the page of a case for its family.

    Args:
        file: All that they may read of it.
        now: The present moment; aware.
    """
    version, drawing = file.version, file.version.pathway.drawing
    words, where = words_of(version), whereabouts(file)
    people = People(file.running.drawing, file.parties)
    record = tuple(reversed(file.record))
    said = [row for row in record if row.role == FAMILY and not row.by_itself]
    others = [row for row in record if row.role not in {FAMILY, MANAGER} or row.by_itself]
    standing = places(file, words, now=now)
    return FamilyPage(
        title=version.pathway.about.name,
        caption=f"For {file.case.child.preferred_name}",
        pause=pause_notice(file, today=times.day_of(now)),
        places=standing,
        ending=_ending(file, people),
        your_part="" if file.case.status is CaseStatus.SUSPENDED else _your_part(standing),
        ahead=() if file.case.outcome else ahead(drawing, words, where.here),
        deadlines=deadlines(drawing, words, file.waits),
        clocks=family_clocks(file.clocks, now=now),
        corrections=family_corrections(file),
        decisions=decisions(file),
        letters=letter_lines(file.letters),
        yours=answered_steps(file.running, said),
        others=answered_steps(file.running, others),
        picture=picture_of(version, where.marks),
        here=HERE,
        steps=step_parts(Labels(version.pathway), words, marks=where.marks),
        people=tuple(people.whole(role) for role in in_lane_order(people, but={FAMILY})),
        reference=file.case.reference,
        pathway=Link(
            text="Read the whole pathway, with its tables and laws",
            href=addresses.pathway(version.key),
        ),
    )


def _your_part(standing: tuple[CasePlace, ...]) -> str:
    yours = [one for one in standing if one.task is not None]
    if yours or not standing:
        return ""
    return "You do not have to do anything now. We tell you when it is your turn."


def _ending(file: CaseFile, people: People) -> Ending | None:
    case = file.case
    if case.outcome is None or case.completed_at is None:
        return None
    told = words_of(file.version).step(file.drawn(case.outcome))
    about = file.version.pathway.about
    return Ending(
        title=told.name,
        step=told.anchor,
        family=told.family,
        day=times.day(times.day_of(case.completed_at)),
        look_again=(
            f"Do you think that we got something wrong, or has something changed? Tell "
            f"{people.contact}, and say {case.reference}. You can ask that somebody else looks "
            "again, and you can complain. Your local SENDIASS can help you for free."
        ),
        again=Link(text=f"Ask again: {about.name}", href=addresses.ask(file.version.key)),
    )
