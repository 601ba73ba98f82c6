"""The steps of a pathway as pages list them, and the picture of the same steps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from pathways.drawing import Mark, picture, shown
from pathways.model.decision import Decision
from pathways.model.drawing import Drawing
from pathways.model.pathway import Pathway, PeriodBound
from pathways.words import Sentence, Told, Words, part_heading, within, words
from webapp.presenters.labels import Labels
from webapp.presenters.page import Link
from webapp.presenters.tables import table_anchor
from workflow.model.actor import FAMILY
from workflow.model.version import Version

#: Begins the ids of the picture's parts; the dot keeps them apart from the steps' anchors.
_PICTURE = "the.picture"
HERE = "the.place"
_SHAPE = "p."
_LINK = re.compile('href="#([^"]+)"')
#: The left and the top of what a picture shows.
_CORNER = re.compile(r'viewBox="(\S+) (\S+) ')
_NO_MARKS: Mapping[str, Mark] = {}
_KNOWN_VERSIONS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step in the list of steps."""

    anchor: str
    #: Id of its shape in the picture; empty where it is not drawn.
    shape: str
    #: As the words count it, from 1.
    number: int
    name: str
    who: str
    #: What it is and how long it may take, with the law that sets it.
    what: str
    family: str
    notes: tuple[Sentence, ...]
    ways: tuple[Sentence, ...]
    #: The table that answers it; None where none does, or where the page has no tables.
    table: Link | None
    #: Whether it is the family that does it.
    yours: bool
    #: `"You are here"`, `"Done"` or nothing.
    mark: str
    #: Whether the case is here.
    here: bool
    #: Name of a field above -> BCP 47, where its text is not in the language of the page.
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPart:
    """The steps of one process, or a side of which no steps are drawn."""

    anchor: str
    #: Empty where there is only one part.
    heading: Sentence
    #: Element of the steps' names: one level below the heading.
    tag: str
    notes: tuple[Sentence, ...]
    steps: tuple[StepLine, ...]

    @property
    def first(self) -> int:
        """The number of the first step."""
        return self.steps[0].number


@dataclass(frozen=True, slots=True)
class _Edition:
    """What is told of a version; two are equal when their files are."""

    sha256: str
    pathway: Pathway = field(compare=False)


def words_of(version: Version) -> Words:
    """Return the words of a version; they never change, so they are told once."""
    return _words(_Edition(version.sha256, version.pathway))


def picture_of(version: Version, marks: Mapping[str, Mark] = _NO_MARKS) -> Markup:
    """Return the picture of a version, its shapes linked to their steps on the same page.

    Every shape has an id, so that its step can lead to it; the first one that is marked as here has
    the id `HERE`, and the frame around the picture begins there (in browsers that know how).
    """
    edition = _Edition(version.sha256, version.pathway)
    return _picture(edition) if not marks else _drawn(edition, marks)


def step_parts(
    labels: Labels,
    words: Words,
    *,
    marks: Mapping[str, Mark] = _NO_MARKS,
    with_tables: bool = False,
) -> tuple[StepPart, ...]:
    """Return the list of steps, part by part.

    Args:
        labels: The words of the pathway for its answers.
        words: The pathway in words.
        marks: Step id -> what is said about it in one case.
        with_tables: Whether the page shows the decision tables too.
    """
    several = len(words.processes) > 1
    seen = shown(labels.pathway.drawing)
    return tuple(
        StepPart(
            anchor=part.anchor,
            heading=part_heading(words, place),
            tag="h4" if several else "h3",
            notes=part.notes,
            steps=tuple(
                _line(
                    words,
                    one,
                    labels,
                    marks,
                    drawn=one.element in seen,
                    with_tables=with_tables,
                )
                for one in part.steps
            ),
        )
        for place, part in enumerate(words.processes)
    )


def _line(
    words: Words,
    told: Told,
    labels: Labels,
    marks: Mapping[str, Mark],
    *,
    drawn: bool,
    with_tables: bool,
) -> StepLine:
    decision = labels.decision_of(told.element) if with_tables else None
    mark = marks.get(told.element)
    return StepLine(
        anchor=told.anchor,
        shape=_shape_id(told, _first_here(marks)) if drawn else "",
        number=told.number,
        name=told.name,
        who=told.who,
        what=_what(told, labels.pathway),
        family=told.family,
        notes=(*within(words, told), *told.notes),
        ways=tuple(way.sentence for way in told.next),
        table=_table(decision) if decision is not None else None,
        yours=labels.pathway.drawing.nodes[told.element].lane == FAMILY,
        mark=mark.said if mark else "",
        here=mark is Mark.HERE,
        languages=told.languages,
    )


def _table(decision: Decision) -> Link:
    return Link(text=decision.name, href=f"#{table_anchor(decision.id)}")


def _what(told: Told, pathway: Pathway) -> str:
    """Say what a step is and how long it may take, with the law that says so.

    A council's own decisions are told once, with the periods: only what binds it stands here.
    """
    own = {one.source for one in pathway.periods.values() if one.bound is PeriodBound.LOCAL}
    source = "" if told.how_long_source in own else told.how_long_source
    return f"{told.what}{f' ({source})' if source else ''}."


@lru_cache(maxsize=_KNOWN_VERSIONS)
def _words(edition: _Edition) -> Words:
    return words(edition.pathway)


@lru_cache(maxsize=_KNOWN_VERSIONS)
def _picture(edition: _Edition) -> Markup:
    return _drawn(edition, _NO_MARKS)


def _drawn(edition: _Edition, marks: Mapping[str, Mark]) -> Markup:
    drawing, words = edition.pathway.drawing, _words(edition)
    here = _first_here(marks)
    svg = picture(drawing, anchors=words.anchors, marks=marks, name=_PICTURE)
    ids = {one.anchor: _shape_id(one, here) for one in words.steps}
    named = _LINK.sub(lambda link: f'id="{ids[link[1]]}" {link[0]}', svg)
    return Markup(named + _way_to(here, drawing, svg))  # noqa: S704 - drawn by us; what people wrote is escaped by the serializer


def _first_here(marks: Mapping[str, Mark]) -> str:
    return next((name for name, mark in marks.items() if mark is Mark.HERE), "")


def _shape_id(told: Told, here: str) -> str:
    return HERE if told.element == here else f"{_SHAPE}{told.number}"


def _way_to(here: str, drawing: Drawing, svg: str) -> str:
    """Return an unseen element that ends at a shape, for the stylesheet to begin at.

    Its size is the way from the picture's corner: our policy allows no style at an element.
    """
    shape, corner = drawing.shapes.get(here), _CORNER.search(svg)
    if shape is None or corner is None:
        return ""
    across, down = (shape.bounds.x - float(corner[1]), shape.bounds.y - float(corner[2]))
    spacer = f'<svg width="{across:.0f}" height="{down:.0f}"></svg>'
    return f'<div class="fingerpost-way-here" aria-hidden="true">{spacer}<i></i></div>'
