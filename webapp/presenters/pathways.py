"""The public page of a pathway: all of it, in words first."""

from dataclasses import dataclass

from markupsafe import Markup

from pathways.model.pathway import About
from webapp import addresses
from webapp.presenters import times
from webapp.presenters.labels import Labels
from webapp.presenters.page import Link, Page
from webapp.presenters.periods import ByLaw, PeriodGroup, by_law, period_groups
from webapp.presenters.steps import StepPart, picture_of, step_parts, words_of
from webapp.presenters.tables import Table, tables
from workflow.model.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A law or a guidance that the pathway follows."""

    title: str
    says: str
    #: When somebody last checked it; empty where that is said once for all.
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayPage(Page):
    """Everything that anybody may know about a pathway."""

    summary: str
    who_it_is_for: str
    #: `"47 steps. 5 groups of people take part. It can end in 3 ways."`
    counts: str
    ask: Link
    steps: tuple[StepPart, ...]
    picture: Markup
    picture_alone: Link
    drawing: Link
    tables: tuple[Table, ...]
    periods: tuple[PeriodGroup, ...]
    #: The periods of the law that run in every case.
    by_law: tuple[ByLaw, ...]
    owner: str
    review: str
    version: str
    #: What in it is made up; empty where nothing is.
    fictional: str
    sources: tuple[SourceLine, ...]
    #: When all of them were last checked; empty where the days differ.
    checked: str


def pathway_page(version: Version) -> PathwayPage:
    """Return the public page of a version."""
    pathway, words = version.pathway, words_of(version)
    about, labels = pathway.about, Labels(pathway)
    here = addresses.pathway(version.key)
    checked = {times.short_day(one.checked_on) for one in about.sources}
    return PathwayPage(
        title=about.name,
        caption="Pathway",
        summary=about.summary,
        who_it_is_for=about.who_it_is_for,
        counts=words.summary,
        ask=Link(text="Ask for this", href=addresses.ask(version.key)),
        steps=step_parts(labels, words, with_tables=True),
        picture=picture_of(version),
        picture_alone=Link(text="Open the picture alone", href=f"{here}/picture.svg"),
        drawing=Link(text="Download the drawing (BPMN 2.0)", href=f"{here}/pathway.bpmn"),
        tables=tables(labels, words),
        periods=period_groups(pathway, words),
        by_law=by_law(version, words),
        owner=about.owner,
        review=times.short_day(about.review_on),
        version=f"{version.number}, published on {_day(version)}",
        fictional=about.fictional,
        sources=_sources(about, once=len(checked) == 1),
        checked=checked.pop() if len(checked) == 1 else "",
    )


def _sources(about: About, *, once: bool) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(
            title=one.title, says=one.says, checked="" if once else times.short_day(one.checked_on)
        )
        for one in about.sources
    )


def _day(version: Version) -> str:
    return times.short_day(times.day_of(version.published_at))
